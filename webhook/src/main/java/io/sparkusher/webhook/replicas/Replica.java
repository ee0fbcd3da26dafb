package io.sparkusher.webhook.replicas;

import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * This process among its like.
 *
 * @param name the pod's, or one that no other process has
 * @param namespace where its Lease is
 * @param pod the owner of all that ends with this process; empty outside a pod, or where its UID is not known
 */
public record Replica(String name, String namespace, Optional<OwnerReference> pod) {
    /** How long the name of a Lease may be, without what stands before a replica's name. */
    private static final int MAX_NAME = 253 - LeaseNames.REPLICA_PREFIX.length();

    /**
     * As the environment variables {@code POD_NAME} and {@code POD_UID} say, which come from the downward API; without
     * them, by this host and process.
     */
    public static Replica of(Map<String, String> environment, String namespace) {
        String pod = environment.getOrDefault("POD_NAME", "");
        String uid = environment.getOrDefault("POD_UID", "");
        if (pod.isEmpty()) {
            return new Replica(nameOfProcess(environment), namespace, Optional.empty());
        }
        return new Replica(pod, namespace, uid.isEmpty() ? Optional.empty() : Optional.of(owner(pod, uid)));
    }

    private static String nameOfProcess(Map<String, String> environment) {
        String host = environment.getOrDefault("HOSTNAME", "").toLowerCase(Locale.ROOT);
        String clean = host.replaceAll("[^a-z0-9-]+", "-").replaceAll("^-+", "");
        return (clean.isEmpty() ? "process" : clean) + "-"
                + ProcessHandle.current().pid();
    }

    private static OwnerReference owner(String name, String uid) {
        return new OwnerReferenceBuilder()
                .withApiVersion("v1")
                .withKind("Pod")
                .withName(name)
                .withUid(uid)
                .build();
    }

    /** The name of its Lease; what makes pods' names differ is at their end, which stays. */
    public String leaseName() {
        String end = name.length() > MAX_NAME ? name.substring(name.length() - MAX_NAME) : name;
        return LeaseNames.REPLICA_PREFIX + end.replaceAll("^[^a-z0-9]+", "");
    }
}
