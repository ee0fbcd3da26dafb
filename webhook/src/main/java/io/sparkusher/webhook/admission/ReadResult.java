package io.sparkusher.webhook.admission;

import io.sparkusher.webhook.refusal.Refusal;

/** What came of reading a body. */
public sealed interface ReadResult {
    /** It is an AdmissionReview. */
    record Read(AdmissionRequest request) implements ReadResult {}

    /** It is none, or a broken one. */
    record Refused(Refusal refusal) implements ReadResult {}
}
