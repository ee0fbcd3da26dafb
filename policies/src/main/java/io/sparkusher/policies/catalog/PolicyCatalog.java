package io.sparkusher.policies.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.kubernetes.KubernetesVersion;
import io.sparkusher.policies.source.Problem;
import java.util.List;

/**
 * Judges a cluster's objects again and again, at the cost of what changed in between. An object that has errors leaves
 * its last usable version in force and all others alone. One that this catalog has never seen usable takes the version
 * that its {@code status.inForce} keeps ({@code {generation, spec}}, see {@link Verdict.InForce}). Not safe for several
 * threads.
 */
public final class PolicyCatalog {
    private @org.jspecify.annotations.Nullable Evaluation last;

    /** @param version the cluster's: what pods are given goes by what it can do */
    public PolicyCatalog(KubernetesVersion version) {}

    /** What the objects come to. Those that were there before and are not among these are forgotten. */
    public Evaluation evaluate(ClusterObjects objects) {
        Evaluation known = last;
        if (known != null) {
            return known;
        }
        throw new UnsupportedOperationException();
    }

    /**
     * What is wrong with one object by itself, in the words of the command line; a node pool that is not there yet is a
     * warning, as it may come after. Keeps nothing.
     */
    public static List<Problem> check(ObjectNode object) {
        if (object.isEmpty()) {
            return List.of();
        }
        throw new UnsupportedOperationException();
    }
}
