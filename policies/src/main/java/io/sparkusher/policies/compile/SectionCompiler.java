package io.sparkusher.policies.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sparkusher.policies.api.Disruption;
import io.sparkusher.policies.api.Metrics;
import io.sparkusher.policies.api.PodSection;
import io.sparkusher.policies.injection.AffinityInjection;
import io.sparkusher.policies.injection.AnnotationsInjection;
import io.sparkusher.policies.injection.ConfigMapsInjection;
import io.sparkusher.policies.injection.DisruptionInjection;
import io.sparkusher.policies.injection.DnsConfigInjection;
import io.sparkusher.policies.injection.EnvironmentInjection;
import io.sparkusher.policies.injection.EnvironmentSourcesInjection;
import io.sparkusher.policies.injection.HostAliasesInjection;
import io.sparkusher.policies.injection.HostNetworkInjection;
import io.sparkusher.policies.injection.ImagePullSecretsInjection;
import io.sparkusher.policies.injection.Injection;
import io.sparkusher.policies.injection.JmxAgentInjection;
import io.sparkusher.policies.injection.LabelsInjection;
import io.sparkusher.policies.injection.LifecycleInjection;
import io.sparkusher.policies.injection.LocalDirsInjection;
import io.sparkusher.policies.injection.MetricsServletInjection;
import io.sparkusher.policies.injection.NodePool;
import io.sparkusher.policies.injection.NodePoolInjection;
import io.sparkusher.policies.injection.NodeSelectorInjection;
import io.sparkusher.policies.injection.PlacementInjection;
import io.sparkusher.policies.injection.PodSecurityContextInjection;
import io.sparkusher.policies.injection.PodSpecValueInjection;
import io.sparkusher.policies.injection.PortsInjection;
import io.sparkusher.policies.injection.ResourcesInjection;
import io.sparkusher.policies.injection.SecretsInjection;
import io.sparkusher.policies.injection.SecurityContextInjection;
import io.sparkusher.policies.injection.ServiceAccountInjection;
import io.sparkusher.policies.injection.SparkConfInjection;
import io.sparkusher.policies.injection.TemplatedInjection;
import io.sparkusher.policies.injection.TolerationsInjection;
import io.sparkusher.policies.injection.TopologySpreadInjection;
import io.sparkusher.policies.injection.VolumeMountsInjection;
import io.sparkusher.policies.injection.VolumesInjection;
import io.sparkusher.policies.kubernetes.KubernetesVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes injections of a policy's sections. What it is given was checked. */
final class SectionCompiler {
    private final PoolSelectionCompiler pools;
    private final InjectedContainerCompiler containers;
    private final KubernetesVersion version;

    SectionCompiler(Map<String, NodePool> pools, KubernetesVersion version) {
        this.pools = new PoolSelectionCompiler(pools);
        this.containers = new InjectedContainerCompiler(version);
        this.version = version;
    }

    /** The section's injections in the order in which they are applied: volumes before mounts, options before additions,
     * and placement, which minds what is there, before affinity, which does not. */
    List<Injection> compile(@Nullable PodSection section) {
        List<Injection> injections = new ArrayList<>();
        if (section == null) {
            return injections;
        }
        addMap(injections, section.labels(), LabelsInjection::new);
        addMap(injections, section.annotations(), AnnotationsInjection::new);
        addList(injections, section.volumes(), VolumesInjection::new);
        addValue(injections, section.localDirs(), LocalDirsInjection::new);
        addList(injections, section.configMaps(), ConfigMapsInjection::new);
        addList(injections, section.secrets(), SecretsInjection::new);
        addList(injections, section.volumeMounts(), VolumeMountsInjection::new);
        addList(injections, section.env(), EnvironmentInjection::new);
        addList(injections, section.envFrom(), EnvironmentSourcesInjection::new);
        addList(injections, section.ports(), PortsInjection::new);
        addValue(injections, section.resources(), ResourcesInjection::new);
        addValue(injections, section.lifecycle(), LifecycleInjection::new);
        addValue(injections, section.securityContext(), SecurityContextInjection::new);
        addValue(injections, section.podSecurityContext(), PodSecurityContextInjection::new);
        addList(injections, section.sparkConf(), SparkConfInjection::new);
        addValue(injections, section.metrics(), this::metrics);
        addValue(injections, section.nodePool(), choice -> new NodePoolInjection(pools.compile(choice)));
        addMap(injections, section.nodeSelector(), NodeSelectorInjection::new);
        addList(injections, section.tolerations(), TolerationsInjection::new);
        addValue(injections, section.placement(), PlacementInjection::new);
        addValue(injections, section.affinity(), AffinityInjection::new);
        addValue(injections, section.disruption(), SectionCompiler::disruption);
        addList(injections, section.topologySpreadConstraints(), TopologySpreadInjection::new);
        addValue(injections, section.serviceAccount(), ServiceAccountInjection::new);
        addList(injections, section.imagePullSecrets(), ImagePullSecretsInjection::new);
        addPodSpecValues(injections, section);
        addValue(injections, section.hostNetwork(), HostNetworkInjection::new);
        addValue(injections, section.dnsConfig(), DnsConfigInjection::new);
        addList(injections, section.hostAliases(), HostAliasesInjection::new);
        injections.addAll(containers.compile(section));
        return injections;
    }

    private Injection metrics(Metrics metrics) {
        return switch (metrics.type()) {
            case JmxAgent ->
                new JmxAgentInjection(Objects.requireNonNull(metrics.jmxAgent()), version.hasImageVolumes());
            case Servlet -> new MetricsServletInjection();
        };
    }

    private static Injection disruption(Disruption disruption) {
        return switch (disruption) {
            case Protect -> new DisruptionInjection();
        };
    }

    private static void addPodSpecValues(List<Injection> injections, PodSection section) {
        addText(injections, "schedulerName", section.schedulerName());
        addText(injections, "priorityClassName", section.priorityClassName(), "priority", "preemptionPolicy");
        addText(injections, "runtimeClassName", section.runtimeClassName(), "overhead");
        addText(injections, "dnsPolicy", section.dnsPolicy());
        addPodSpecValue(
                injections,
                "terminationGracePeriodSeconds",
                section.terminationGracePeriodSeconds(),
                SectionCompiler::number);
        addPodSpecValue(injections, "enableServiceLinks", section.enableServiceLinks(), BooleanNode::valueOf);
        addPodSpecValue(injections, "shareProcessNamespace", section.shareProcessNamespace(), BooleanNode::valueOf);
    }

    private static void addText(List<Injection> injections, String member, @Nullable String value, String... derived) {
        addPodSpecValue(injections, member, value, TextNode::valueOf, derived);
    }

    private static <V> void addPodSpecValue(
            List<Injection> injections,
            String member,
            @Nullable V value,
            Function<V, JsonNode> toJson,
            String... derived) {
        addValue(
                injections,
                value,
                present -> new PodSpecValueInjection(member, toJson.apply(present), List.of(derived)));
    }

    /** As a parser would read it, so that equal numbers are equal nodes. */
    private static JsonNode number(long value) {
        return value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
    }

    private static <V> void addMap(
            List<Injection> injections, Map<String, V> map, Function<Map<String, V>, Injection> injection) {
        if (!map.isEmpty()) {
            injections.add(TemplatedInjection.of(map, injection));
        }
    }

    private static <V> void addList(List<Injection> injections, List<V> list, Function<List<V>, Injection> injection) {
        if (!list.isEmpty()) {
            injections.add(TemplatedInjection.of(list, injection));
        }
    }

    private static <V> void addValue(List<Injection> injections, @Nullable V value, Function<V, Injection> injection) {
        if (value != null) {
            injections.add(TemplatedInjection.of(value, injection));
        }
    }
}
