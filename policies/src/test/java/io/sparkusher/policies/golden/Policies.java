package io.sparkusher.policies.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sparkusher.policies.LoadResult;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.catalog.Acceptance;
import io.sparkusher.policies.catalog.ClusterObjects;
import io.sparkusher.policies.catalog.Evaluation;
import io.sparkusher.policies.catalog.PolicyCatalog;
import io.sparkusher.policies.kubernetes.KubernetesVersion;
import io.sparkusher.policies.source.PolicySources;
import java.nio.file.Path;
import java.util.List;

/** Loads policies that have to be right. */
final class Policies {
    private Policies() {}

    static PolicySet load(Path path) {
        return load(path, KubernetesVersion.NEWEST);
    }

    static PolicySet load(Path path, KubernetesVersion version) {
        LoadResult result = PolicySet.load(new PolicySources(List.of(path), List.of(), version));
        if (result instanceof LoadResult.Loaded loaded) {
            return loaded.policies();
        }
        throw new AssertionError(result.toString());
    }

    /** As a cluster has them. */
    static PolicySet load(ClusterObjects cluster, KubernetesVersion version) {
        Evaluation evaluation = new PolicyCatalog(version).evaluate(cluster);
        evaluation
                .verdicts()
                .values()
                .forEach(verdict -> assertEquals(
                        Acceptance.Accepted,
                        verdict.acceptance(),
                        () -> verdict.problems().toString()));
        return evaluation.policies();
    }
}
