package io.sparkusher.policies.source;

import io.sparkusher.policies.source.Problem.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong, so that authors learn of all of it at once. Not safe for several threads. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    public void add(Problem problem) {
        found.add(problem);
    }

    /** Whether something keeps the policies from being used. */
    public boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.Error);
    }

    /** Everything found, by file and line. */
    public List<Problem> sorted() {
        return found.stream()
                .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
                .toList();
    }
}
