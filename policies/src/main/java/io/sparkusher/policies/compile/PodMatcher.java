package io.sparkusher.policies.compile;

import com.fasterxml.jackson.databind.JsonNode;
import io.sparkusher.policies.api.LabelSelector;
import io.sparkusher.policies.api.Match;
import io.sparkusher.policies.api.SparkVersionRange;
import io.sparkusher.policies.pod.SparkContainer;
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
    private final List<String> images;
    private final List<Pattern> imagePatterns;
    private final @Nullable SparkVersionRange versions;
    private final @Nullable LabelSelector podSelector;

    public PodMatcher(@Nullable Match match) {
        this.appNames = match == null ? List.of() : match.appNames();
        this.appNamePatterns = appNames.stream().map(PodMatcher::pattern).toList();
        this.images = match == null ? List.of() : match.images();
        this.imagePatterns = images.stream().map(PodMatcher::pattern).toList();
        this.versions = match == null ? null : match.sparkVersion();
        this.podSelector = match == null ? null : match.podSelector();
    }

    /** Why the policy is not for a pod, as a sentence; empty where it is. */
    public Optional<String> mismatch(JsonNode pod) {
        JsonNode labels = pod.path("metadata").path("labels");
        return globMismatch(
                        "applications named",
                        appNames,
                        appNamePatterns,
                        "label " + APP_NAME_LABEL,
                        labels.path(APP_NAME_LABEL).asText())
                .or(() -> versionMismatch(labels))
                .or(() -> selectorMismatch(labels))
                .or(() -> imageMismatch(pod));
    }

    private Optional<String> imageMismatch(JsonNode pod) {
        int container = imagePatterns.isEmpty() ? 0 : SparkContainer.indexIn(pod);
        String image = pod.path("spec")
                .path("containers")
                .path(container)
                .path("image")
                .asText();
        return globMismatch("images like", images, imagePatterns, "Spark container's image", image);
    }

    private static Optional<String> globMismatch(
            String what, List<String> globs, List<Pattern> patterns, String where, String value) {
        boolean fits = patterns.isEmpty()
                || patterns.stream().anyMatch(pattern -> pattern.matcher(value).matches());
        return fits
                ? Optional.empty()
                : Optional.of("It is for " + what + " " + String.join(", ", globs) + ", and the pod's " + where
                        + " says " + shown(value));
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
                .filter(requirement -> !LabelRequirements.holds(
                        requirement,
                        labels.has(requirement.key()),
                        labels.path(requirement.key()).asText()))
                .map(requirement -> "It is for pods whose label " + requirement.key() + " fulfils "
                        + requirement.operator()
                        + (requirement.values().isEmpty() ? "" : " " + requirement.values())
                        + ", and the pod's says "
                        + shown(labels.path(requirement.key()).asText()))
                .findFirst();
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
