package io.sparkusher.policies.check;

import io.sparkusher.policies.api.ClusterSparkPodPolicy;
import io.sparkusher.policies.api.NodePoolChoice;
import io.sparkusher.policies.api.NodePoolChoice.Mix;
import io.sparkusher.policies.api.NodePoolChoice.Share;
import io.sparkusher.policies.api.PodSection;
import io.sparkusher.policies.api.PolicyObject;
import io.sparkusher.policies.api.SparkPodPolicy;
import io.sparkusher.policies.api.SparkPodPolicySpec;
import io.sparkusher.policies.source.FieldPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out which node pools a policy names. */
public final class NodePoolReferences {
    private final List<NodePoolReference> found = new ArrayList<>();

    private NodePoolReferences() {}

    /** Every place at which the object names a pool; none for a pool itself. */
    public static List<NodePoolReference> of(PolicyObject object) {
        NodePoolReferences references = new NodePoolReferences();
        if (object instanceof SparkPodPolicy policy) {
            references.addAll(policy.spec());
        } else if (object instanceof ClusterSparkPodPolicy policy) {
            references.addAll(policy.spec().policy());
        }
        return List.copyOf(references.found);
    }

    private void addAll(SparkPodPolicySpec spec) {
        addAll("spec.common", spec.common());
        addAll("spec.driver", spec.driver());
        addAll("spec.executor", spec.executor());
    }

    private void addAll(String path, @Nullable PodSection section) {
        if (section != null && section.nodePool() != null) {
            addAll(path + ".nodePool", section.nodePool());
        }
    }

    private void addAll(String path, NodePoolChoice choice) {
        if (choice.single() != null) {
            add(path + ".single.pool", choice.single().pool());
        }
        if (choice.fallback() != null) {
            List<String> pools = choice.fallback().pools();
            for (int index = 0; index < pools.size(); index++) {
                add(FieldPath.element(path + ".fallback.pools", index), pools.get(index));
            }
        }
        if (choice.mix() != null) {
            addAll(path + ".mix", choice.mix());
        }
    }

    private void addAll(String path, Mix mix) {
        if (mix.firstExecutors() != null) {
            add(path + ".firstExecutors.pool", mix.firstExecutors().pool());
        }
        List<Share> shares = mix.shares();
        for (int index = 0; index < shares.size(); index++) {
            add(
                    FieldPath.element(path + ".shares", index) + ".pool",
                    shares.get(index).pool());
        }
    }

    private void add(String path, String pool) {
        found.add(new NodePoolReference(path, pool));
    }
}
