package io.sparkusher.policies.api;

import org.jspecify.annotations.Nullable;

/** A range of Spark versions, compared by their numeric prefix: 3.5.5-amzn-1 is 3.5.5. */
public record SparkVersionRange(
        @Description("The lowest version that is meant.") @Nullable
        String min,

        @Description("The lowest version that is no longer meant.") @Nullable
        String below) {}
