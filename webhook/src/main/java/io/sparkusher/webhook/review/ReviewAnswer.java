package io.sparkusher.webhook.review;

import io.sparkusher.webhook.refusal.Refusal;

/** What to answer to the body of a request. */
public sealed interface ReviewAnswer {
    /** An AdmissionReview with the decision. */
    final class Decided implements ReviewAnswer {
        private final byte[] json;

        /** Takes possession of the JSON. */
        public Decided(byte[] json) {
            this.json = json;
        }

        /** UTF-8, not copied: to be read alone. */
        public byte[] json() {
            return json;
        }
    }

    /** There was nothing to decide about. */
    record Refused(Refusal refusal) implements ReviewAnswer {}

    /** A mistake in the program, which the log tells more of. */
    record Failed(String uid) implements ReviewAnswer {}
}
