package io.sparkusher.webhook.admission;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.sparkusher.webhook.admission.ReadResult.Read;
import io.sparkusher.webhook.admission.ReadResult.Refused;
import io.sparkusher.webhook.refusal.Refusal;
import io.sparkusher.webhook.refusal.RefusalCause;
import java.io.IOException;
import java.io.UncheckedIOException;

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
        try (JsonParser parser = AdmissionJson.MAPPER.createParser(body)) {
            return read(parser);
        } catch (MalformedReviewException malformed) {
            return new Refused(malformed.refusal());
        } catch (IOException impossible) {
            throw new UncheckedIOException("Bytes in memory can be read", impossible);
        }
    }

    private static ReadResult read(JsonParser parser) throws IOException, MalformedReviewException {
        Envelope envelope = new Envelope();
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return refused(RefusalCause.WrongKind, "The body must be an AdmissionReview as a JSON object");
            }
            envelope.read(parser);
        } catch (JsonEOFException exception) {
            return refused(RefusalCause.CutOff, "The body ends before its JSON does");
        } catch (StreamConstraintsException exception) {
            return refused(overstepped(parser));
        } catch (JsonProcessingException exception) {
            return refused(RefusalCause.NotJson, "The body is not JSON: there is a mistake at " + place(parser));
        }
        return isFollowed(parser)
                ? refused(RefusalCause.TrailingContent, "Nothing may follow the AdmissionReview in the body")
                : new Read(envelope.toRequest());
    }

    private static Refusal overstepped(JsonParser parser) {
        return parser.getParsingContext().getNestingDepth() > AdmissionJson.MAX_DEPTH
                ? new Refusal(
                        RefusalCause.TooDeep,
                        "The body is nested more than %d levels deep".formatted(AdmissionJson.MAX_DEPTH))
                : new Refusal(
                        RefusalCause.NotJson,
                        "The body has a field name or number of absurd length at " + place(parser));
    }

    private static boolean isFollowed(JsonParser parser) throws IOException {
        try {
            return parser.nextToken() != null;
        } catch (JsonProcessingException exception) {
            return true;
        }
    }

    private static String place(JsonParser parser) {
        return "byte " + parser.currentLocation().getByteOffset();
    }

    private static ReadResult refused(RefusalCause cause, String sentence) {
        return refused(new Refusal(cause, sentence));
    }

    private static ReadResult refused(Refusal refusal) {
        return new Refused(refusal);
    }
}
