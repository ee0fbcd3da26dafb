package io.sparkusher.policies.check;

import io.sparkusher.policies.api.Match;
import io.sparkusher.policies.api.SparkVersionRange;
import io.sparkusher.policies.compile.SparkVersion;
import io.sparkusher.policies.source.FieldPath;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks which pods a policy says it is for. */
record MatchCheck(Checks checks) {
    void check(Match match) {
        globs("spec.match.appNames", match.appNames(), "a name such as etl-*");
        globs("spec.match.images", match.images(), "an image such as registry.example.com/spark:*");
        if (match.sparkVersion() != null) {
            check(match.sparkVersion());
        }
        if (match.podSelector() != null) {
            new LabelSelectorCheck(checks).check("spec.match.podSelector", match.podSelector());
        }
    }

    private void globs(String path, List<String> globs, String expectation) {
        for (int index = 0; index < globs.size(); index++) {
            if (globs.get(index).isBlank()) {
                checks.error(FieldPath.element(path, index), "is empty, expected " + expectation);
            }
        }
    }

    private void check(SparkVersionRange range) {
        Optional<SparkVersion> minimum = version("spec.match.sparkVersion.min", range.min());
        Optional<SparkVersion> bound = version("spec.match.sparkVersion.below", range.below());
        if (minimum.isPresent() && bound.isPresent() && minimum.get().compareTo(bound.get()) >= 0) {
            checks.error("spec.match.sparkVersion", "fits no version: min must be lower than below");
        }
    }

    private Optional<SparkVersion> version(String path, @Nullable String text) {
        Optional<SparkVersion> version = SparkVersion.parse(text);
        if (text != null && version.isEmpty()) {
            checks.error(path, "is \"" + text + "\", expected a version such as 3.5");
        }
        return version;
    }
}
