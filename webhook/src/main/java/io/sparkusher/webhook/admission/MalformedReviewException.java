package io.sparkusher.webhook.admission;

import io.sparkusher.webhook.refusal.Refusal;
import io.sparkusher.webhook.refusal.RefusalCause;

/** Ends the reading of a body from however deep inside. Has no stack trace: it is an answer, and costs no more than one. */
final class MalformedReviewException extends Exception {
    private final transient Refusal refusal;

    MalformedReviewException(RefusalCause cause, String sentence) {
        super(sentence, null, false, false);
        refusal = new Refusal(cause, sentence);
    }

    Refusal refusal() {
        return refusal;
    }
}
