package io.sparkusher.policies.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.kubernetes.KubernetesVersion;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a catalog remembers of each object. */
final class Histories {
    private static final String POOL = "SparkNodePool";

    private final KubernetesVersion kubernetes;
    private final Map<String, History> byPath = new TreeMap<>();
    private Map<String, PoolInForce> poolsInForce = Map.of();
    private boolean lessInForce;

    Histories(KubernetesVersion kubernetes) {
        this.kubernetes = kubernetes;
    }

    /**
     * Takes note of the objects that there are now, and forgets all others.
     *
     * @return whether any is another than before
     */
    boolean see(Collection<ObjectNode> objects) {
        Map<String, StoredObject> present = new TreeMap<>();
        for (ObjectNode object : objects) {
            StoredObject stored = StoredObject.of(object);
            present.put(stored.reference().path(), stored);
        }
        boolean gone = byPath.entrySet().removeIf(known -> isGone(known.getValue(), present.get(known.getKey())));
        lessInForce |= gone;
        boolean changed = gone;
        for (Map.Entry<String, StoredObject> object : present.entrySet()) {
            changed |= see(object.getKey(), object.getValue());
        }
        return changed;
    }

    /** A name that came back is that of another object. */
    private static boolean isGone(History known, @Nullable StoredObject present) {
        return present == null || !present.uid().equals(known.object().uid());
    }

    private boolean see(String path, StoredObject stored) {
        History known = byPath.get(path);
        if (known != null) {
            return known.object().see(stored);
        }
        ObjectHistory object = new ObjectHistory(stored);
        byPath.put(path, stored.reference().kind().equals(POOL) ? new PoolHistory(object) : new PolicyHistory(object));
        return true;
    }

    /**
     * Chooses the version of each object to go by.
     *
     * @return whether any is another than before
     */
    boolean settle() {
        Map<String, PoolInForce> latest = new HashMap<>();
        for (PoolHistory pool : pools()) {
            pool.settle();
            pool.inForce().ifPresent(inForce -> latest.put(inForce.pool().name(), inForce));
        }
        boolean changed = lessInForce || !latest.equals(poolsInForce);
        poolsInForce = Map.copyOf(latest);
        lessInForce = false;
        for (PolicyHistory policy : policies()) {
            changed |= policy.settle(poolsInForce, kubernetes);
        }
        return changed;
    }

    /** The node pools by name. */
    Map<String, PoolInForce> poolsInForce() {
        return poolsInForce;
    }

    /** The policies, by path. */
    List<PolicyHistory> policies() {
        return all(PolicyHistory.class).toList();
    }

    /** What reviews go by of each policy, by path. */
    List<PolicyInForce> policiesInForce() {
        return all(PolicyHistory.class)
                .flatMap(policy -> policy.inForce().stream())
                .toList();
    }

    /** What is to be said of each object, by path. */
    Map<String, Verdict> verdicts(Map<String, List<String>> potentialConflicts) {
        Map<String, Verdict> verdicts = new HashMap<>();
        pools().forEach(pool -> verdicts.put(pool.object().reference().path(), pool.verdict()));
        policies().forEach(policy -> {
            String path = policy.object().reference().path();
            verdicts.put(path, policy.verdict(poolsInForce, potentialConflicts.getOrDefault(path, List.of())));
        });
        return verdicts;
    }

    private List<PoolHistory> pools() {
        return all(PoolHistory.class).toList();
    }

    private <H extends History> Stream<H> all(Class<H> kind) {
        return byPath.values().stream().filter(kind::isInstance).map(kind::cast);
    }
}
