package io.sparkusher.webhook.status;

import io.sparkusher.policies.catalog.Acceptance;
import io.sparkusher.policies.catalog.Verdict;
import io.sparkusher.policies.source.Problem;
import io.sparkusher.policies.source.Problem.Severity;
import java.util.ArrayList;
import java.util.List;

/** Whether the newest version can be used, and all that its author should know of it. */
final class AcceptedCondition {
    private AcceptedCondition() {}

    static Condition of(Verdict verdict) {
        Acceptance acceptance = verdict.acceptance();
        List<String> parts = new ArrayList<>();
        parts.add(effect(verdict));
        parts.addAll(problems(verdict, Severity.Error));
        parts.addAll(problems(verdict, Severity.Warning));
        return new Condition(
                Condition.ACCEPTED, acceptance == Acceptance.Accepted, acceptance.name(), BoundedText.join(parts));
    }

    private static String effect(Verdict verdict) {
        return switch (verdict.acceptance()) {
            case Accepted -> "It is in force";
            case Invalid -> "It has errors, and " + instead(verdict);
            case NodePoolMissing -> "It waits for a SparkNodePool that it names, and " + instead(verdict);
        };
    }

    static String instead(Verdict verdict) {
        return verdict.inForce()
                .map(inForce -> "generation " + inForce.generation() + " stays in force")
                .orElse("no earlier generation is known, so nothing of it is in force");
    }

    private static List<String> problems(Verdict verdict, Severity severity) {
        String prefix = severity == Severity.Warning ? "warning: " : "";
        return verdict.problems().stream()
                .filter(problem -> problem.severity() == severity)
                .map(problem -> prefix + sentence(problem))
                .toList();
    }

    private static String sentence(Problem problem) {
        return problem.path().isEmpty() ? problem.message() : problem.path() + ": " + problem.message();
    }
}
