package io.sparkusher.policies.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.source.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What is to be said of one stored object.
 *
 * @param object of the newest version, with its generation
 * @param acceptance of the newest version
 * @param problems errors and warnings of the newest version, those about fields that were dropped among the warnings
 * @param inForce the version that reviews go by; empty where none was ever usable
 * @param potentialConflicts with other policies, a sentence each
 */
public record Verdict(
        PolicyReference object,
        Acceptance acceptance,
        List<Problem> problems,
        Optional<InForce> inForce,
        List<String> potentialConflicts) {
    public Verdict {
        problems = List.copyOf(problems);
        potentialConflicts = List.copyOf(potentialConflicts);
    }

    /**
     * A version that was usable.
     *
     * @param spec as it was stored, never changed by whoever reads it
     */
    public record InForce(long generation, JsonNode spec) {}
}
