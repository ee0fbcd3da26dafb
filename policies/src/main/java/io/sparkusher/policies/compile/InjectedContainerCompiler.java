package io.sparkusher.policies.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.InjectedContainers;
import io.sparkusher.policies.api.InjectedContainers.Position;
import io.sparkusher.policies.api.PodSection;
import io.sparkusher.policies.injection.EmptyTokenVolume;
import io.sparkusher.policies.injection.InitContainersInjection;
import io.sparkusher.policies.injection.Injection;
import io.sparkusher.policies.injection.OrdinarySidecarsInjection;
import io.sparkusher.policies.injection.SidecarsInjection;
import io.sparkusher.policies.injection.TemplatedInjection;
import io.sparkusher.policies.kubernetes.KubernetesVersion;
import io.sparkusher.policies.kubernetes.SecurityFaults;
import io.sparkusher.policies.tree.Frozen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Makes injections of a section's containers. What they do not say is filled in, so that quotas, Pod Security and the
 * scheduler take them: small requests, the Pod Security Standard {@code restricted}, no token.
 */
record InjectedContainerCompiler(KubernetesVersion version) {
    private static final String RESTART_POLICY = "restartPolicy";

    /** The init containers come to stand in front of the sidecars, wherever both stand to the pod's own. */
    List<Injection> compile(PodSection section) {
        InjectedContainers options =
                Objects.requireNonNullElse(section.injectedContainers(), InjectedContainers.UNSAID);
        List<Injection> injections = new ArrayList<>();
        if (!section.initContainers().isEmpty()) {
            injections.add(TemplatedInjection.of(
                    frozen(completed(section.initContainers(), options)),
                    containers -> new InitContainersInjection(containers, options.position())));
        }
        if (!section.sidecars().isEmpty()) {
            injections.add(sidecars(completed(section.sidecars(), options), options.position()));
        }
        if (options.position() == Position.Before) {
            Collections.reverse(injections);
        }
        return injections;
    }

    private Injection sidecars(List<ObjectNode> sidecars, Position position) {
        if (version.hasNativeSidecars()) {
            sidecars.forEach(sidecar -> sidecar.put(RESTART_POLICY, "Always"));
            return TemplatedInjection.of(frozen(sidecars), containers -> new SidecarsInjection(containers, position));
        }
        sidecars.forEach(sidecar -> sidecar.remove(RESTART_POLICY));
        return TemplatedInjection.of(frozen(sidecars), OrdinarySidecarsInjection::new);
    }

    private static List<ObjectNode> frozen(List<ObjectNode> containers) {
        return containers.stream()
                .map(container -> (ObjectNode) Frozen.of(container))
                .toList();
    }

    private static List<ObjectNode> completed(List<ObjectNode> containers, InjectedContainers options) {
        return containers.stream()
                .map(container -> completed(container.deepCopy(), Objects.equals(options.automountToken(), true)))
                .toList();
    }

    private static ObjectNode completed(ObjectNode container, boolean token) {
        addRequests(container.withObjectProperty("resources"));
        restrict(container.withObjectProperty("securityContext"));
        if (!token && !hasMountAt(EmptyTokenVolume.PATH, container)) {
            container.withArrayProperty("volumeMounts").add(EmptyTokenVolume.mount());
        }
        return container;
    }

    /** A limit alone is the request as well, by Kubernetes' own rule. */
    private static void addRequests(ObjectNode resources) {
        putUnlessLimited(resources, "cpu", "10m");
        putUnlessLimited(resources, "memory", "32Mi");
    }

    private static void putUnlessLimited(ObjectNode resources, String resource, String request) {
        if (!resources.path("limits").hasNonNull(resource)
                && !resources.path("requests").hasNonNull(resource)) {
            resources.withObjectProperty("requests").put(resource, request);
        }
    }

    private static void restrict(ObjectNode context) {
        if (!context.hasNonNull("allowPrivilegeEscalation") && !SecurityFaults.isPrivileged(context)) {
            context.put("allowPrivilegeEscalation", false);
        }
        ObjectNode capabilities = context.withObjectProperty("capabilities");
        if (!capabilities.hasNonNull("drop")) {
            capabilities.putArray("drop").add("ALL");
        }
        boolean isRoot = context.path("runAsUser").isNumber()
                && context.path("runAsUser").asLong() == 0;
        if (!context.hasNonNull("runAsNonRoot") && !isRoot) {
            context.put("runAsNonRoot", true);
        }
        if (!context.hasNonNull("seccompProfile")) {
            context.putObject("seccompProfile").put("type", "RuntimeDefault");
        }
    }

    private static boolean hasMountAt(String path, JsonNode container) {
        return container
                .path("volumeMounts")
                .valueStream()
                .anyMatch(mount -> mount.path("mountPath").asText().equals(path));
    }
}
