package io.sparkusher.webhook.admission;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.patch.JsonPatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** Writes decisions as {@code admission.k8s.io/v1} AdmissionReviews. */
public final class AdmissionReviewWriter {
    /** What the API server cuts a warning to once there are many. */
    static final int MAX_WARNING = 256;

    private static final int FORBIDDEN = 403;
    private static final int USUAL_SIZE = 8192;

    private AdmissionReviewWriter() {}

    /** The answer to the request of that uid, as UTF-8. Without a {@code patch} where nothing changes. */
    public static byte[] write(String uid, Decision decision) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator generator = AdmissionJson.MAPPER.createGenerator(bytes)) {
            generator.writeStartObject();
            generator.writeStringField("apiVersion", Envelope.API_VERSION);
            generator.writeStringField("kind", Envelope.KIND);
            generator.writeObjectFieldStart("response");
            writeResponse(generator, uid, decision);
            generator.writeEndObject();
            generator.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A decision can be written to memory", impossible);
        }
        return bytes.toByteArray();
    }

    private static void writeResponse(JsonGenerator generator, String uid, Decision decision) throws IOException {
        generator.writeStringField("uid", uid);
        generator.writeBooleanField("allowed", decision.allowed());
        if (decision.denial().isPresent()) {
            writeStatus(generator, decision.denial().get());
        }
        if (!decision.patch().isEmpty()) {
            generator.writeStringField("patchType", "JSONPatch");
            generator.writeBinaryField(
                    "patch", AdmissionJson.MAPPER.writeValueAsBytes(JsonPatch.asJson(decision.patch())));
        }
        writeWarnings(generator, decision);
        writeAuditAnnotations(generator, decision);
    }

    private static void writeStatus(JsonGenerator generator, String denial) throws IOException {
        generator.writeObjectFieldStart("status");
        generator.writeNumberField("code", FORBIDDEN);
        generator.writeStringField("reason", "Forbidden");
        generator.writeStringField("message", denial);
        generator.writeEndObject();
    }

    private static void writeWarnings(JsonGenerator generator, Decision decision) throws IOException {
        if (decision.warnings().isEmpty()) {
            return;
        }
        generator.writeArrayFieldStart("warnings");
        for (String warning : decision.warnings()) {
            // The API server drops a warning with a control character: it becomes a header.
            generator.writeString(SingleLine.of(warning, MAX_WARNING));
        }
        generator.writeEndArray();
    }

    private static void writeAuditAnnotations(JsonGenerator generator, Decision decision) throws IOException {
        if (decision.auditAnnotations().isEmpty()) {
            return;
        }
        generator.writeObjectFieldStart("auditAnnotations");
        // Sorted, so that the same decision gives the same bytes.
        for (Map.Entry<String, String> annotation : new TreeMap<>(decision.auditAnnotations()).entrySet()) {
            generator.writeStringField(annotation.getKey(), annotation.getValue());
        }
        generator.writeEndObject();
    }
}
