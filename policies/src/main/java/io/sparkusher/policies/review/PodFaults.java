package io.sparkusher.policies.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.sparkusher.policies.kubernetes.Names;
import io.sparkusher.policies.kubernetes.PortFaults;
import io.sparkusher.policies.kubernetes.ResourceFaults;
import io.sparkusher.policies.kubernetes.SecurityFaults;
import io.sparkusher.policies.kubernetes.SleepFaults;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the API server would refuse of what policies can bring about: kubernetes, pkg/apis/core/validation. */
final class PodFaults {
    private final List<String> faults = new ArrayList<>();
    private final Set<String> volumes = new HashSet<>();
    private final Set<String> containers = new HashSet<>();
    private boolean hostNetwork;
    private JsonNode podSecurityContext = MissingNode.getInstance();
    private long gracePeriodSeconds = SleepFaults.DEFAULT_GRACE_PERIOD_SECONDS;

    private PodFaults() {}

    /** The faults, each a sentence that begins with the field. */
    static List<String> of(JsonNode pod) {
        PodFaults faults = new PodFaults();
        faults.metadata(pod.path("metadata"));
        faults.spec(pod.path("spec"));
        return faults.faults;
    }

    private void metadata(JsonNode metadata) {
        for (Map.Entry<String, JsonNode> label : metadata.path("labels").properties()) {
            name("metadata.labels[" + label.getKey() + "]", label.getKey(), Names.Qualified);
            name("metadata.labels[" + label.getKey() + "]", label.getValue().asText(), Names.LabelValue);
        }
        for (Map.Entry<String, JsonNode> annotation :
                metadata.path("annotations").properties()) {
            name("metadata.annotations[" + annotation.getKey() + "]", annotation.getKey(), Names.Qualified);
        }
    }

    private void spec(JsonNode spec) {
        for (JsonNode volume : spec.path("volumes")) {
            String name = volume.path("name").asText();
            name("spec.volumes[" + name + "].name", name, Names.Label);
            unique(volumes, name, "spec.volumes[" + name + "]");
        }
        for (Map.Entry<String, JsonNode> selector : spec.path("nodeSelector").properties()) {
            String field = "spec.nodeSelector[" + selector.getKey() + "]";
            name(field, selector.getKey(), Names.Qualified);
            name(field, selector.getValue().asText(), Names.LabelValue);
        }
        if (spec.hasNonNull("serviceAccountName")) {
            name("spec.serviceAccountName", spec.path("serviceAccountName").asText(), Names.Subdomain);
        }
        if (spec.path("dnsPolicy").asText().equals("None")
                && spec.path("dnsConfig").path("nameservers").isEmpty()) {
            faults.add(
                    "spec.dnsPolicy would be None without a name server: add one to the policy's dnsConfig.nameservers");
        }
        hostNetwork = spec.path("hostNetwork").asBoolean();
        podSecurityContext = spec.path("securityContext");
        gracePeriodSeconds = spec.path("terminationGracePeriodSeconds").asLong(gracePeriodSeconds);
        spec.path("initContainers").forEach(container -> container(container, "spec.initContainers"));
        spec.path("containers").forEach(container -> container(container, "spec.containers"));
        nodePorts(spec);
    }

    /** Of init containers, which end before others start, only the ports of each are compared. */
    private void nodePorts(JsonNode spec) {
        spec.path("initContainers")
                .forEach(container ->
                        faults.addAll(PortFaults.ofNode(List.of(container), hostNetwork, "spec.initContainers")));
        faults.addAll(PortFaults.ofNode(spec.path("containers"), hostNetwork, "spec.containers"));
    }

    private void container(JsonNode container, String list) {
        String name = container.path("name").asText();
        String field = list + "[" + name + "]";
        name(field + ".name", name, Names.Label);
        unique(containers, name, field);
        mounts(container, field);
        PortFaults.of(container.path("ports"), hostNetwork, field + ".ports").forEach(faults::add);
        ResourceFaults.ofRequests(container.path("resources"))
                .forEach((resource, fault) -> faults.add(field + ".resources.requests[" + resource + "] " + fault));
        SleepFaults.of(container.path("lifecycle"), gracePeriodSeconds)
                .forEach((member, fault) -> faults.add(field + ".lifecycle." + member + " " + fault));
        SecurityFaults.of(podSecurityContext, container.path("securityContext"))
                .forEach((member, fault) -> faults.add(field + ".securityContext." + member + " " + fault));
    }

    private void mounts(JsonNode container, String field) {
        Set<String> paths = new HashSet<>();
        for (JsonNode mount : container.path("volumeMounts")) {
            String path = mount.path("mountPath").asText();
            String mountField = field + ".volumeMounts[" + path + "]";
            String volume = mount.path("name").asText();
            unique(paths, path, mountField);
            if (!volumes.contains(volume)) {
                faults.add(mountField + " mounts the volume " + volume
                        + ", which the pod would not have: add it to the policy's volumes");
            }
        }
    }

    private void name(String field, String name, Names rule) {
        rule.fault(name).ifPresent(fault -> faults.add(field + " " + fault));
    }

    private void unique(Set<String> seen, String key, String field) {
        if (!seen.add(key)) {
            faults.add(field + " would be there twice: rename the policy's or the pod's");
        }
    }
}
