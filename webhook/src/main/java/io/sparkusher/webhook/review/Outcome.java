package io.sparkusher.webhook.review;

import io.sparkusher.policies.decision.Decision;
import java.util.Locale;

/** What a review came to, in one word. */
public enum Outcome {
    Changed,
    Unchanged,
    Denied,
    /** There was a mistake in the program, and no decision. */
    Failed;

    private final String label = name().toLowerCase(Locale.ROOT);

    static Outcome of(Decision decision) {
        if (!decision.allowed()) {
            return Denied;
        }
        return decision.patch().isEmpty() ? Unchanged : Changed;
    }

    /** As metrics and the log have it. */
    public String label() {
        return label;
    }
}
