package io.sparkusher.policies.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.kubernetes.KubernetesVersion;
import io.sparkusher.policies.pod.ServiceAccounts;
import io.sparkusher.policies.source.DocumentOrigin;
import io.sparkusher.policies.source.Problem;
import io.sparkusher.policies.source.Problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges a cluster's objects again and again, at the cost of what changed in between. An object that has errors leaves
 * its last usable version in force and all others alone. One that this catalog has never seen usable takes the version
 * that its {@code status.inForce} keeps ({@code {generation, spec}}, see {@link Verdict.InForce}), and so does one of
 * which that is newer than what this catalog has seen. Not safe for several threads.
 *
 * <p>A node pool that has errors stays to the policies that name it as it last was. One that is deleted stays to the
 * policies in force that were compiled with it, so that nothing that works breaks, and of them it is told that it is
 * missing. Only this catalog remembers such a pool: a new one, after a restart, puts no version into force that names a
 * pool which is not there.
 */
public final class PolicyCatalog {
    private final Histories histories;
    private final ConflictSearch conflicts = new ConflictSearch();
    private @Nullable State state;

    /** What the last evaluation came to, and what it was made of beside the policies. */
    private record State(
            Map<String, Map<String, String>> namespaceLabels,
            ServiceAccounts serviceAccounts,
            Assembly assembly,
            Evaluation evaluation) {}

    /** @param version the cluster's: what pods are given goes by what it can do */
    public PolicyCatalog(KubernetesVersion version) {
        this.histories = new Histories(version);
    }

    /**
     * What the objects come to; the very evaluation of before where nothing that decides has changed. Objects that were
     * there before and are not among these are forgotten.
     */
    public Evaluation evaluate(ClusterObjects objects) {
        boolean changed = histories.see(objects.policies());
        State before = state;
        boolean sameLabels = before != null && before.namespaceLabels().equals(objects.namespaceLabels());
        if (before != null && !changed && sameLabels && before.serviceAccounts().equals(objects.serviceAccounts())) {
            return before.evaluation();
        }
        boolean settled = histories.settle();
        Assembly assembly = assembly(before, settled, sameLabels, objects);
        state = new State(
                objects.namespaceLabels(),
                objects.serviceAccounts(),
                assembly,
                evaluation(assembly, objects.serviceAccounts()));
        return state.evaluation();
    }

    private Assembly assembly(@Nullable State before, boolean changed, boolean sameLabels, ClusterObjects objects) {
        if (before == null || changed) {
            return Assembly.of(histories, objects.namespaceLabels());
        }
        return sameLabels ? before.assembly() : before.assembly().with(objects.namespaceLabels());
    }

    private Evaluation evaluation(Assembly assembly, ServiceAccounts serviceAccounts) {
        Map<String, List<String>> potentialConflicts =
                conflicts.sentences(histories.policiesInForce(), assembly.poolKeys());
        return new Evaluation(
                assembly.policySet(serviceAccounts),
                histories.verdicts(potentialConflicts),
                assembly.digest(),
                NodePoolUse.of(histories));
    }

    /**
     * What is wrong with one object by itself, in the words of the command line. Whether the node pools that it names are
     * there is not asked. Keeps nothing.
     */
    public static List<Problem> check(ObjectNode object) {
        return submitted(object).problems();
    }

    /**
     * As above, and a warning for each node pool that is not there yet, as it may come after.
     *
     * @param pools the names of those that there are
     */
    public static List<Problem> check(ObjectNode object, Set<String> pools) {
        ReadVersion version = submitted(object);
        List<Problem> problems = new ArrayList<>(version.problems());
        problems.addAll(version.missingPools(pools, Severity.Warning));
        return problems;
    }

    private static ReadVersion submitted(ObjectNode object) {
        StoredObject submitted = StoredObject.of(object);
        return ReadVersion.of(submitted.version(), submitted.reference(), DocumentOrigin.Submitted);
    }
}
