package io.sparkusher.webhook.inforce;

import io.sparkusher.policies.source.Problem;
import io.sparkusher.policies.source.Problem.Severity;
import java.util.List;

/**
 * What the last load came to.
 *
 * @param inForce what reviews are made with
 * @param problems of the last load, or what keeps the first one from being made
 * @param errors how many things keep the newest policies from being used: errors in files, of which one keeps all
 *     policies as they were; of a cluster, objects that cannot be used as they are, and keep themselves alone
 */
public record PolicyState(PolicySnapshot inForce, List<Problem> problems, long errors) {
    public PolicyState {
        problems = List.copyOf(problems);
    }

    /** How many of the problems are errors. */
    static long errorsAmong(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.Error)
                .count();
    }
}
