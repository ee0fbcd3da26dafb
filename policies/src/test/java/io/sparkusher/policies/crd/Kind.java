package io.sparkusher.policies.crd;

import io.sparkusher.policies.api.ClusterSparkPodPolicy;
import io.sparkusher.policies.api.ClusterSparkPodPolicySpec;
import io.sparkusher.policies.api.PolicyObject;
import io.sparkusher.policies.api.SparkNodePool;
import io.sparkusher.policies.api.SparkNodePoolSpec;
import io.sparkusher.policies.api.SparkPodPolicy;
import io.sparkusher.policies.api.SparkPodPolicySpec;
import java.util.List;

/** What the API server is told of each kind beside its schema. */
enum Kind {
    POLICY(SparkPodPolicy.class, SparkPodPolicySpec.class, "sparkpodpolicies", "spp"),
    CLUSTER_POLICY(ClusterSparkPodPolicy.class, ClusterSparkPodPolicySpec.class, "clustersparkpodpolicies", "cspp"),
    NODE_POOL(SparkNodePool.class, SparkNodePoolSpec.class, "sparknodepools", "snp");

    private final Class<? extends PolicyObject> type;
    private final Class<?> spec;
    private final String plural;
    private final String shortName;

    Kind(Class<? extends PolicyObject> type, Class<?> spec, String plural, String shortName) {
        this.type = type;
        this.spec = spec;
        this.plural = plural;
        this.shortName = shortName;
    }

    Class<? extends PolicyObject> type() {
        return type;
    }

    Class<?> spec() {
        return spec;
    }

    String plural() {
        return plural;
    }

    String shortName() {
        return shortName;
    }

    String scope() {
        return switch (this) {
            case POLICY -> "Namespaced";
            case CLUSTER_POLICY, NODE_POOL -> "Cluster";
        };
    }

    List<PrinterColumn> columns() {
        return switch (this) {
            case POLICY, CLUSTER_POLICY -> PrinterColumn.OF_POLICIES;
            case NODE_POOL -> PrinterColumn.OF_POOLS;
        };
    }
}
