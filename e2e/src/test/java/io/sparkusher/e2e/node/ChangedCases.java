package io.sparkusher.e2e.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Counts the golden cases whose pods two replicas change, one after the other. */
final class ChangedCases {
    private final List<String> again = new ArrayList<>();
    private int reviewed;
    private int changed;

    /** Has the first replica review every pod, and then the second one what came of it. */
    void review(List<GoldenCase> inForce, ReplicaConnection first, ReplicaConnection second) throws IOException {
        for (GoldenCase one : inForce) {
            JsonNode once = new Review(first, one.namespace()).of(one.pod());
            JsonNode twice = new Review(second, one.namespace()).of(once);
            reviewed++;
            changed += once.equals(one.pod()) ? 0 : 1;
            if (!twice.equals(once)) {
                again.add(one.name());
            }
        }
    }

    /** That no second replica had anything to change; and that the first one changed so many, or it would mean nothing. */
    void assertNoneChangedAgain(int mustChange) {
        String result = "Of %d pods of golden cases, %d were changed".formatted(reviewed, changed);
        System.out.println(result);
        assertEquals(List.of(), again);
        assertTrue(changed >= mustChange, result);
    }
}
