package io.sparkusher.policies.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HostAlias;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodDNSConfig;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What pods of a role are given: one component an injection. */
public record PodSection(
        @Description("Labels of the pod, merged by key.") Map<String, String> labels,

        @Description("Annotations of the pod, merged by key.")
        Map<String, String> annotations,

        @Description("Config maps of the pod's namespace as files in the Spark container.") @MergedBy("by mountPath")
        List<ConfigMapMount> configMaps,

        @Description("Secrets of the pod's namespace as files in the Spark container, merged by mount path.")
        @MergedBy("by mountPath")
        List<SecretMount> secrets,

        @Description("Volumes of the pod, merged by name.") @KubernetesType(value = Volume.class, key = "name")
        List<ObjectNode> volumes,

        @Description("Mounts of the Spark container, merged by mount path.")
        @KubernetesType(value = VolumeMount.class, key = "mountPath")
        List<ObjectNode> volumeMounts,

        @Description("What stands behind Spark's own spark-local-dir volumes: a volume source such as"
                + " emptyDir: {sizeLimit: 100Gi}. An emptyDir without members on a pod counts as unset.")
        @KubernetesType(Volume.class)
        @MergedBy("by volume")
        @Nullable
        ObjectNode localDirs,

        @Description("Environment variables of the Spark container, merged by name.")
        @KubernetesType(value = EnvVar.class, key = "name")
        List<ObjectNode> env,

        @Description("Config maps and secrets whose keys become environment variables of the Spark container, merged by"
                + " prefix and name.")
        @MergedBy("by prefix and name")
        @KubernetesType(EnvFromSource.class)
        List<ObjectNode> envFrom,

        @Description(
                "Spark properties of the driver: those of a Required policy beat what the application was submitted"
                        + " with, and those of a Default policy are beaten by it. Code that sets a property beats both.")
        @MergedBy("by name")
        List<SparkProperty> sparkConf,

        @Description("How the figures of the pod's JVM come to be read.")
        @MergedBy("as a whole, or not at all")
        @Nullable
        Metrics metrics,

        @Description("Ports of the Spark container, merged by containerPort and protocol.")
        @KubernetesType(
                value = ContainerPort.class,
                key = {"containerPort", "protocol"})
        List<ObjectNode> ports,

        @Description("Requests and limits of the Spark container, merged by resource name. An executor of a resource"
                + " profile other than Spark's default keeps its own.")
        @MergedBy("by resource name")
        @KubernetesType(ResourceRequirements.class)
        @Nullable
        ObjectNode resources,

        @Description("What runs after the Spark container's start and before its end, merged by hook.")
        @MergedBy("by hook")
        @KubernetesType(Lifecycle.class)
        @Nullable
        ObjectNode lifecycle,

        @Description("Privileges of the Spark container, merged field by field.")
        @MergedBy("field by field")
        @KubernetesType(SecurityContext.class)
        @Nullable
        ObjectNode securityContext,

        @Description(
                "Privileges of all containers of the pod, merged field by field; an empty object on a pod counts as"
                        + " unset.")
        @MergedBy("field by field")
        @KubernetesType(PodSecurityContext.class)
        @Nullable
        ObjectNode podSecurityContext,

        @Description("Node labels that the pod selects, merged by key.")
        Map<String, String> nodeSelector,

        @Description("The node pools on which the pod may run.") @MergedBy("as a whole, or not at all") @Nullable
        NodePoolChoice nodePool,

        @Description("Taints that the pod tolerates, merged by key, operator, value and effect.")
        @KubernetesType(
                value = Toleration.class,
                key = {"key", "operator", "value", "effect"})
        List<ObjectNode> tolerations,

        @Description(
                "Nodes and pods to be near to or apart from. What the pod requires of nodes is narrowed by what the"
                        + " policy requires; all other terms are added.")
        @KubernetesType(Affinity.class)
        @MergedBy("by the whole term")
        @Nullable
        ObjectNode affinity,

        @Description("Where the executors of one application stand to each other.")
        @MergedBy("by topology key")
        @Nullable
        Placement placement,

        @Description("Whether what removes nodes leaves the pod's node alone while the pod runs.") @Nullable
        Disruption disruption,

        @Description("How pods are spread, merged by topology key and whenUnsatisfiable.")
        @KubernetesType(
                value = TopologySpreadConstraint.class,
                key = {"topologyKey", "whenUnsatisfiable"})
        List<ObjectNode> topologySpreadConstraints,

        @Description("The service account that the pod runs as.") @Nullable
        ServiceAccountChoice serviceAccount,

        @Description("Secrets with which images are pulled, merged by name.")
        @KubernetesType(value = LocalObjectReference.class, key = "name")
        List<ObjectNode> imagePullSecrets,

        @Description("The scheduler that places the pod; default-scheduler on a pod counts as unset.") @Nullable
        String schedulerName,

        @Description(
                "How important the pod is to the scheduler. The priority and preemption policy that the API server has"
                        + " filled in are filled in anew.")
        @Nullable
        String priorityClassName,

        @Description("What runs the pod's containers, such as a sandbox.") @Nullable
        String runtimeClassName,

        @Description(
                "Whether the pod uses its node's network. DNS then goes by ClusterFirstWithHostNet unless something"
                        + " else is said.")
        @Nullable
        Boolean hostNetwork,

        @Description("How names are resolved; ClusterFirst on a pod counts as unset.") @Nullable
        String dnsPolicy,

        @Description("Name servers, search domains and resolver options.")
        @MergedBy("each list as a whole, and options by name")
        @KubernetesType(PodDNSConfig.class)
        @Nullable
        ObjectNode dnsConfig,

        @Description("Host names that the pod resolves by itself, merged by address.")
        @KubernetesType(value = HostAlias.class, key = "ip")
        List<ObjectNode> hostAliases,

        @Description("How long the pod may take to end, in seconds; 30 on a pod counts as unset.") @Nullable
        Long terminationGracePeriodSeconds,

        @Description("Whether the namespace's services are in the environment; true on a pod counts as unset.")
        @Nullable
        Boolean enableServiceLinks,

        @Description("Whether the pod's containers see each other's processes.") @Nullable
        Boolean shareProcessNamespace,

        @Description(
                "Containers that run and end before Spark's and before the sidecars, merged by name. Where they do not"
                        + " say otherwise, they request 10m of CPU and 32Mi of memory and keep to the Pod Security Standard"
                        + " restricted.")
        @KubernetesType(value = Container.class, key = "name")
        List<ObjectNode> initContainers,

        @Description(
                "Containers that run beside Spark's, as native sidecars where the cluster has them, merged by name."
                        + " Where they do not say otherwise, they request 10m of CPU and 32Mi of memory and keep to the Pod"
                        + " Security Standard restricted: for an image whose user is root, or a name, set"
                        + " securityContext.runAsUser.")
        @KubernetesType(value = Container.class, key = "name")
        List<ObjectNode> sidecars,

        @Description("What the init containers and sidecars above have in common.")
        @MergedBy("not at all: it is about those of its own section")
        @Nullable
        InjectedContainers injectedContainers) {
    public PodSection {
        labels = labels == null ? Map.of() : labels;
        annotations = annotations == null ? Map.of() : annotations;
        configMaps = configMaps == null ? List.of() : List.copyOf(configMaps);
        secrets = secrets == null ? List.of() : List.copyOf(secrets);
        volumes = volumes == null ? List.of() : List.copyOf(volumes);
        volumeMounts = volumeMounts == null ? List.of() : List.copyOf(volumeMounts);
        env = env == null ? List.of() : List.copyOf(env);
        envFrom = envFrom == null ? List.of() : List.copyOf(envFrom);
        sparkConf = sparkConf == null ? List.of() : List.copyOf(sparkConf);
        nodeSelector = nodeSelector == null ? Map.of() : nodeSelector;
        tolerations = tolerations == null ? List.of() : List.copyOf(tolerations);
        topologySpreadConstraints =
                topologySpreadConstraints == null ? List.of() : List.copyOf(topologySpreadConstraints);
        ports = ports == null ? List.of() : List.copyOf(ports);
        hostAliases = hostAliases == null ? List.of() : List.copyOf(hostAliases);
        imagePullSecrets = imagePullSecrets == null ? List.of() : List.copyOf(imagePullSecrets);
        initContainers = initContainers == null ? List.of() : List.copyOf(initContainers);
        sidecars = sidecars == null ? List.of() : List.copyOf(sidecars);
    }
}
