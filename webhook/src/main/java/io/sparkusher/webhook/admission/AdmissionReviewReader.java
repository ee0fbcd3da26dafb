package io.sparkusher.webhook.admission;

import io.sparkusher.webhook.admission.ReadResult.Read;
import io.sparkusher.webhook.admission.ReadResult.Refused;
import io.sparkusher.webhook.refusal.Refusal;
import io.sparkusher.webhook.refusal.RefusalCause;

/**
 * Reads {@code admission.k8s.io/v1} AdmissionReviews, in one pass over the bytes. Of the object, {@code metadata} and
 * {@code spec} become a tree, with unknown fields, in their order; what no policy looks at is passed over.
 */
public final class AdmissionReviewReader {
    private AdmissionReviewReader() {}

    /** Never throws on account of the bytes, which it does not keep. */
    public static ReadResult read(byte[] body) {
        if (!StrictUtf8.accepts(body)) {
            return refused(RefusalCause.NotUtf8, "The body must be UTF-8 text without a byte order mark");
        }
        try {
            return read(new JsonReader(body));
        } catch (MalformedReviewException malformed) {
            return new Refused(malformed.refusal());
        }
    }

    private static ReadResult read(JsonReader json) throws MalformedReviewException {
        if (json.isAtEnd() || json.peek() != '{') {
            return noObject(json);
        }
        Envelope envelope = new Envelope();
        envelope.read(json);
        return json.isAtEnd()
                ? new Read(envelope.toRequest())
                : refused(RefusalCause.TrailingContent, "Nothing may follow the AdmissionReview in the body");
    }

    private static ReadResult noObject(JsonReader json) throws MalformedReviewException {
        if (!json.isAtEnd()) {
            json.skip();
        }
        return refused(RefusalCause.WrongKind, "The body must be an AdmissionReview as a JSON object");
    }

    private static ReadResult refused(RefusalCause cause, String sentence) {
        return new Refused(new Refusal(cause, sentence));
    }
}
