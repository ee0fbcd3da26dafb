package io.sparkusher.webhook.inforce;

import io.sparkusher.policies.source.Problem;
import io.sparkusher.policies.source.Problem.Severity;
import java.util.List;

/**
 * What the last load came to.
 *
 * @param inForce what reviews are made with
 * @param problems of the last load; with an error among them, what is in force is of an earlier one
 */
public record PolicyState(PolicySnapshot inForce, List<Problem> problems) {
    public PolicyState {
        problems = List.copyOf(problems);
    }

    /** How many of the problems keep the newest policies from being used. */
    public long errors() {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.Error)
                .count();
    }
}
