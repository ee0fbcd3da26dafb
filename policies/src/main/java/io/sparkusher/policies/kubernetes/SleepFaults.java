package io.sparkusher.policies.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the API server refuses of a container's hooks that sleep: kubernetes, pkg/apis/core/validation. */
public final class SleepFaults {
    /** The grace period of a pod that names none. */
    public static final long DEFAULT_GRACE_PERIOD_SECONDS = 30;

    private static final List<String> HOOKS = List.of("postStart", "preStop");

    private SleepFaults() {}

    /**
     * The faults by field within the lifecycle, each what would be and what to do.
     *
     * @param gracePeriodSeconds of the pod
     */
    public static Map<String, String> of(JsonNode lifecycle, long gracePeriodSeconds) {
        Map<String, String> faults = new LinkedHashMap<>();
        for (String hook : HOOKS) {
            long seconds = lifecycle.path(hook).path("sleep").path("seconds").asLong();
            if (seconds > gracePeriodSeconds) {
                faults.put(
                        hook + ".sleep.seconds",
                        "would be " + seconds + ", which is longer than the pod's terminationGracePeriodSeconds "
                                + gracePeriodSeconds + ": raise the one or lower the other");
            }
        }
        return faults;
    }
}
