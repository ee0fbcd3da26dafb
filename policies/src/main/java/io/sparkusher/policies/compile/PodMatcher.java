package io.sparkusher.policies.compile;

import com.fasterxml.jackson.databind.JsonNode;
import io.sparkusher.policies.api.LabelSelector;
import io.sparkusher.policies.api.LabelSelector.LabelRequirement;
import io.sparkusher.policies.api.Match;
import io.sparkusher.policies.api.SparkVersionRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells whether a policy is for a pod. */
public final class PodMatcher {
    private static final String APP_NAME_LABEL = "spark-app-name";
    private static final String VERSION_LABEL = "spark-version";

    private final List<String> appNames;
    private final List<Pattern> appNamePatterns;
    private final @Nullable SparkVersionRange versions;
    private final @Nullable LabelSelector podSelector;

    public PodMatcher(@Nullable Match match) {
        this.appNames = match == null ? List.of() : match.appNames();
        this.appNamePatterns = appNames.stream().map(PodMatcher::pattern).toList();
        this.versions = match == null ? null : match.sparkVersion();
        this.podSelector = match == null ? null : match.podSelector();
    }

    /** Why the policy is not for a pod with these labels, as a sentence; empty where it is. */
    public Optional<String> mismatch(JsonNode labels) {
        return appNameMismatch(labels).or(() -> versionMismatch(labels)).or(() -> selectorMismatch(labels));
    }

    private Optional<String> appNameMismatch(JsonNode labels) {
        String name = labels.path(APP_NAME_LABEL).asText();
        boolean fits = appNamePatterns.isEmpty()
                || appNamePatterns.stream()
                        .anyMatch(pattern -> pattern.matcher(name).matches());
        return fits
                ? Optional.empty()
                : Optional.of("It is for applications named " + String.join(", ", appNames) + ", and the pod's label "
                        + APP_NAME_LABEL + " says " + shown(name));
    }

    private Optional<String> versionMismatch(JsonNode labels) {
        if (versions == null) {
            return Optional.empty();
        }
        String label = labels.path(VERSION_LABEL).asText();
        Optional<SparkVersion> version = SparkVersion.parse(label);
        if (version.isPresent() && contains(versions, version.get())) {
            return Optional.empty();
        }
        return Optional.of("It is for Spark " + shown(versions) + ", and the pod's label " + VERSION_LABEL + " says "
                + shown(label));
    }

    private static boolean contains(SparkVersionRange range, SparkVersion version) {
        boolean highEnough = SparkVersion.parse(range.min())
                .map(minimum -> version.compareTo(minimum) >= 0)
                .orElse(true);
        boolean lowEnough = SparkVersion.parse(range.below())
                .map(bound -> version.compareTo(bound) < 0)
                .orElse(true);
        return highEnough && lowEnough;
    }

    private Optional<String> selectorMismatch(JsonNode labels) {
        if (podSelector == null) {
            return Optional.empty();
        }
        for (Map.Entry<String, String> wanted : podSelector.matchLabels().entrySet()) {
            String value = labels.path(wanted.getKey()).asText();
            if (!labels.has(wanted.getKey()) || !value.equals(wanted.getValue())) {
                return Optional.of("It is for pods whose label " + wanted.getKey() + " is " + wanted.getValue()
                        + ", and the pod's says " + shown(value));
            }
        }
        return podSelector.matchExpressions().stream()
                .filter(requirement -> !holds(requirement, labels))
                .map(requirement -> "It is for pods whose label " + requirement.key() + " fulfils "
                        + requirement.operator() + " " + requirement.values() + ", and the pod's says "
                        + shown(labels.path(requirement.key()).asText()))
                .findFirst();
    }

    private static boolean holds(LabelRequirement requirement, JsonNode labels) {
        boolean present = labels.has(requirement.key());
        boolean listed = present
                && requirement.values().contains(labels.path(requirement.key()).asText());
        return switch (requirement.operator()) {
            case In -> listed;
            case NotIn -> !listed;
            case Exists -> present;
            case DoesNotExist -> !present;
        };
    }

    private static String shown(String label) {
        return label.isEmpty() ? "nothing" : label;
    }

    private static String shown(SparkVersionRange range) {
        String from = range.min() == null ? "" : "from " + range.min();
        String to = range.below() == null ? "" : "below " + range.below();
        return (from + " " + to).strip();
    }

    private static Pattern pattern(String glob) {
        String regex = glob.chars()
                .mapToObj(character -> switch (character) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(character));
                })
                .collect(Collectors.joining());
        return Pattern.compile(regex);
    }
}
