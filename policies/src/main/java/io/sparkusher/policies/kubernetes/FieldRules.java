package io.sparkusher.policies.kubernetes;

import static io.sparkusher.policies.kubernetes.FieldRule.choice;
import static io.sparkusher.policies.kubernetes.FieldRule.goesWith;
import static io.sparkusher.policies.kubernetes.FieldRule.oneOf;
import static io.sparkusher.policies.kubernetes.FieldRule.pathWithin;
import static io.sparkusher.policies.kubernetes.FieldRule.pattern;
import static io.sparkusher.policies.kubernetes.FieldRule.range;
import static io.sparkusher.policies.kubernetes.FieldRule.required;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.AppArmorProfile;
import io.fabric8.kubernetes.api.model.ConfigMapKeySelector;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.ExecAction;
import io.fabric8.kubernetes.api.model.GRPCAction;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HTTPHeader;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.ObjectFieldSelector;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ResourceFieldSelector;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SleepAction;
import io.fabric8.kubernetes.api.model.Sysctl;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.VolumeDevice;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the API server demands of Kubernetes' types wherever they stand in a pod: a closed table, from kubernetes,
 * pkg/apis/core/validation. What depends on where they stand is checked elsewhere.
 */
public final class FieldRules {
    private static final long HIGHEST_ID = Integer.MAX_VALUE;
    private static final long HIGHEST_PORT = 65_535;
    private static final long UNLIMITED = Long.MAX_VALUE;

    private static final Map<Class<?>, List<FieldRule>> BY_TYPE = new HashMap<>(VolumeRules.BY_TYPE);

    static {
        securityContexts();
        containers();
        variables();
        BY_TYPE.put(
                TopologySpreadConstraint.class,
                List.of(
                        choice("nodeAffinityPolicy", "Honor", "Ignore"),
                        choice("nodeTaintsPolicy", "Honor", "Ignore"),
                        range("minDomains", 1, UNLIMITED)));
        BY_TYPE.put(
                LabelSelectorRequirement.class,
                List.of(
                        required("key", "operator"),
                        choice("operator", "In", "NotIn", "Exists", "DoesNotExist"),
                        goesWith("values", "operator", "In", "NotIn")));
    }

    private FieldRules() {}

    /** What is wrong with an object of the type, and not with what stands in it. */
    public static Stream<FieldFault> faults(Class<?> type, JsonNode object) {
        return BY_TYPE.getOrDefault(type, List.of()).stream().flatMap(rule -> rule.faults(object));
    }

    private static void securityContexts() {
        FieldRule user = range("runAsUser", 0, HIGHEST_ID);
        FieldRule group = range("runAsGroup", 0, HIGHEST_ID);
        BY_TYPE.put(SecurityContext.class, List.of(user, group, choice("procMount", "Default", "Unmasked")));
        BY_TYPE.put(
                PodSecurityContext.class,
                List.of(
                        user,
                        group,
                        range("fsGroup", 0, HIGHEST_ID),
                        range("supplementalGroups", 0, HIGHEST_ID),
                        choice("fsGroupChangePolicy", "Always", "OnRootMismatch"),
                        choice("supplementalGroupsPolicy", "Merge", "Strict"),
                        choice("seLinuxChangePolicy", "MountOption", "Recursive")));
        BY_TYPE.put(SeccompProfile.class, profile());
        BY_TYPE.put(AppArmorProfile.class, profile());
        BY_TYPE.put(Sysctl.class, List.of(required("name")));
    }

    private static List<FieldRule> profile() {
        return List.of(
                required("type"),
                choice("type", "RuntimeDefault", "Localhost", "Unconfined"),
                goesWith("localhostProfile", "type", "Localhost"),
                pathWithin("localhostProfile"));
    }

    private static void containers() {
        BY_TYPE.put(
                Container.class,
                List.of(
                        choice("imagePullPolicy", "Always", "IfNotPresent", "Never"),
                        choice("terminationMessagePolicy", "File", "FallbackToLogsOnError"),
                        choice("restartPolicy", "Always", "Never", "OnFailure")));
        BY_TYPE.put(
                VolumeMount.class,
                List.of(
                        choice("mountPropagation", "None", "HostToContainer", "Bidirectional"),
                        choice("recursiveReadOnly", "Disabled", "IfPossible", "Enabled"),
                        pathWithin("subPath"),
                        pathWithin("subPathExpr")));
        BY_TYPE.put(VolumeDevice.class, List.of(required("name", "devicePath")));
        BY_TYPE.put(
                Probe.class,
                List.of(
                        oneOf("exec", "grpc", "httpGet", "tcpSocket"),
                        range("initialDelaySeconds", 0, UNLIMITED),
                        range("timeoutSeconds", 0, UNLIMITED),
                        range("periodSeconds", 0, UNLIMITED),
                        range("successThreshold", 0, UNLIMITED),
                        range("failureThreshold", 0, UNLIMITED),
                        range("terminationGracePeriodSeconds", 1, UNLIMITED)));
        FieldRule port = range("port", 1, HIGHEST_PORT);
        BY_TYPE.put(HTTPGetAction.class, List.of(required("port"), port, choice("scheme", "HTTP", "HTTPS")));
        BY_TYPE.put(ExecAction.class, List.of(required("command")));
        BY_TYPE.put(HTTPHeader.class, List.of(required("name")));
        BY_TYPE.put(TCPSocketAction.class, List.of(required("port"), port));
        BY_TYPE.put(GRPCAction.class, List.of(required("port"), port));
        BY_TYPE.put(SleepAction.class, List.of(range("seconds", 0, UNLIMITED)));
    }

    private static void variables() {
        BY_TYPE.put(
                EnvVarSource.class,
                List.of(oneOf("configMapKeyRef", "fieldRef", "fileKeyRef", "resourceFieldRef", "secretKeyRef")));
        BY_TYPE.put(ConfigMapKeySelector.class, List.of(required("name", "key")));
        BY_TYPE.put(SecretKeySelector.class, List.of(required("name", "key")));
        BY_TYPE.put(
                ObjectFieldSelector.class,
                List.of(
                        required("fieldPath"),
                        pattern(
                                "fieldPath",
                                "metadata\\.(name|namespace|uid|(labels|annotations)(\\['.+'])?)"
                                        + "|spec\\.(nodeName|serviceAccountName)|status\\.(host|pod)IPs?",
                                "a field such as metadata.name, metadata.labels['KEY'] or status.podIP")));
        BY_TYPE.put(
                ResourceFieldSelector.class,
                List.of(
                        required("resource"),
                        pattern(
                                "resource",
                                "(limits|requests)\\.(cpu|memory|ephemeral-storage|hugepages-.+)",
                                "a resource such as limits.cpu or requests.memory")));
    }
}
