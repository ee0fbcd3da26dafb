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
            name("metadata.labels[", label.getKey(), "]", label.getKey(), Names.Qualified);
            name("metadata.labels[", label.getKey(), "]", label.getValue().asText(), Names.LabelValue);
        }
        for (Map.Entry<String, JsonNode> annotation :
                metadata.path("annotations").properties()) {
            name("metadata.annotations[", annotation.getKey(), "]", annotation.getKey(), Names.Qualified);
        }
    }

    private void spec(JsonNode spec) {
        for (JsonNode volume : spec.path("volumes")) {
            String name = volume.path("name").asText();
            name("spec.volumes[", name, "].name", name, Names.Label);
            unique(volumes, name, "spec.volumes[");
        }
        for (Map.Entry<String, JsonNode> selector : spec.path("nodeSelector").properties()) {
            name("spec.nodeSelector[", selector.getKey(), "]", selector.getKey(), Names.Qualified);
            name(
                    "spec.nodeSelector[",
                    selector.getKey(),
                    "]",
                    selector.getValue().asText(),
                    Names.LabelValue);
        }
        if (spec.hasNonNull("serviceAccountName")) {
            String account = spec.path("serviceAccountName").asText();
            name("spec.serviceAccountName", "", "", account, Names.Subdomain);
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
        name(field, ".name", "", name, Names.Label);
        unique(containers, name, list + "[");
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
        String mountsField = field + ".volumeMounts[";
        for (JsonNode mount : container.path("volumeMounts")) {
            String path = mount.path("mountPath").asText();
            String volume = mount.path("name").asText();
            unique(paths, path, mountsField);
            if (!volumes.contains(volume)) {
                faults.add(mountsField + path + "] mounts the volume " + volume
                        + ", which the pod would not have: add it to the policy's volumes");
            }
        }
    }

    /** In three parts comes the field, as almost every name is right and nobody needs to read where it stands. */
    private void name(String before, String key, String after, String name, Names rule) {
        if (!rule.accepts(name)) {
            rule.fault(name).ifPresent(fault -> faults.add(before + key + after + " " + fault));
        }
    }

    private void unique(Set<String> seen, String key, String list) {
        if (!seen.add(key)) {
            faults.add(list + key + "] would be there twice: rename the policy's or the pod's");
        }
    }
}
