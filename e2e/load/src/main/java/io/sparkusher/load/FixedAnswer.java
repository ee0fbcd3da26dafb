package io.sparkusher.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sparkusher.webhook.refusal.Refusal;
import io.sparkusher.webhook.refusal.RefusalCause;
import io.sparkusher.webhook.review.ReviewAnswer;

/** One answer to every review, but for the uid, which the API server wants to have back. */
public final class FixedAnswer {
    private final byte[] json;
    private final QuotedUid place;

    /**
     * Takes possession of the JSON.
     *
     * @param json an AdmissionReview with a response, whose uid may be any
     * @throws IllegalArgumentException if it has no uid
     */
    public FixedAnswer(byte[] json) {
        this.json = json;
        this.place = QuotedUid.firstIn(json);
    }

    /** The answer to a review; a refusal where that has no uid. */
    public ReviewAnswer to(byte[] review) {
        try {
            return new ReviewAnswer.Decided(withUid(review, QuotedUid.firstIn(review)));
        } catch (IllegalArgumentException exception) {
            return new ReviewAnswer.Refused(new Refusal(RefusalCause.NoUid, "The review has no uid to answer to"));
        }
    }

    private byte[] withUid(byte[] review, QuotedUid uid) {
        byte[] answer = new byte[json.length - place.length() + uid.length()];
        System.arraycopy(json, 0, answer, 0, place.start());
        System.arraycopy(review, uid.start(), answer, place.start(), uid.length());
        System.arraycopy(json, place.end(), answer, place.start() + uid.length(), json.length - place.end());
        return answer;
    }

    @Override
    public String toString() {
        return new String(json, UTF_8);
    }
}
