package io.sparkusher.policies.compile;

import io.sparkusher.policies.api.LabelSelector;
import io.sparkusher.policies.api.LabelSelector.LabelOperator;
import io.sparkusher.policies.api.LabelSelector.LabelRequirement;
import io.sparkusher.policies.api.Match;
import io.sparkusher.policies.api.SparkVersionRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether two policies can be proved never to meet on one pod. What cannot be proved is taken to be possible. */
public final class Disjointness {
    private Disjointness() {}

    /** Whether no pod fits both. */
    public static boolean ofMatches(@Nullable Match first, @Nullable Match second) {
        if (first == null || second == null) {
            return false;
        }
        return globs(first.appNames(), second.appNames())
                || globs(first.images(), second.images())
                || versions(first.sparkVersion(), second.sparkVersion())
                || ofSelectors(first.podSelector(), second.podSelector());
    }

    /** Whether no labels fit both. */
    public static boolean ofSelectors(@Nullable LabelSelector first, @Nullable LabelSelector second) {
        if (first == null || second == null) {
            return false;
        }
        List<LabelRequirement> requirements = requirements(second);
        return requirements(first).stream()
                .anyMatch(one -> requirements.stream().anyMatch(other -> contradict(one, other)));
    }

    private static boolean globs(List<String> first, List<String> second) {
        return !first.isEmpty()
                && !second.isEmpty()
                && first.stream().noneMatch(Disjointness::isPattern)
                && second.stream().noneMatch(Disjointness::isPattern)
                && Collections.disjoint(first, second);
    }

    private static boolean isPattern(String glob) {
        return glob.contains("*") || glob.contains("?");
    }

    private static boolean versions(@Nullable SparkVersionRange first, @Nullable SparkVersionRange second) {
        return first != null && second != null && (isBelow(first, second) || isBelow(second, first));
    }

    private static boolean isBelow(SparkVersionRange lower, SparkVersionRange higher) {
        Optional<SparkVersion> end = SparkVersion.parse(lower.below());
        Optional<SparkVersion> begin = SparkVersion.parse(higher.min());
        return end.isPresent() && begin.isPresent() && end.get().compareTo(begin.get()) <= 0;
    }

    private static List<LabelRequirement> requirements(LabelSelector selector) {
        List<LabelRequirement> requirements = new ArrayList<>(selector.matchExpressions());
        selector.matchLabels()
                .forEach((key, value) -> requirements.add(new LabelRequirement(key, LabelOperator.In, List.of(value))));
        return requirements;
    }

    private static boolean contradict(LabelRequirement first, LabelRequirement second) {
        return first.key().equals(second.key()) && (excludes(first, second) || excludes(second, first));
    }

    private static boolean excludes(LabelRequirement first, LabelRequirement second) {
        return switch (first.operator()) {
            case In ->
                switch (second.operator()) {
                    case In -> Collections.disjoint(first.values(), second.values());
                    case NotIn -> second.values().containsAll(first.values());
                    case DoesNotExist -> true;
                    case Exists -> false;
                };
            case Exists -> second.operator() == LabelOperator.DoesNotExist;
            case NotIn, DoesNotExist -> false;
        };
    }
}
