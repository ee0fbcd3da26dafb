package io.sparkusher.webhook.admission;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.patch.JsonPatch;
import io.sparkusher.policies.patch.PatchOperation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes decisions about pods, and about policies, as {@code admission.k8s.io/v1} AdmissionReviews. */
public final class AdmissionReviewWriter {
    /** What the API server cuts a warning to once there are many. */
    static final int MAX_WARNING = 256;

    private static final int FORBIDDEN = 403;
    private static final int UNPROCESSABLE = 422;
    private static final byte[] NO_PATCH = {};

    private AdmissionReviewWriter() {}

    /** Writes what stands beside the uid. */
    @FunctionalInterface
    private interface Content {
        void write(JsonGenerator generator) throws IOException;
    }

    /** The answer to the request of that uid, as UTF-8. Without a {@code patch} where nothing changes. */
    public static byte[] write(String uid, Decision decision) {
        // Made before the answer is begun: a second generator at the same time could not use the first one's buffers.
        byte[] patch = decision.patch().isEmpty() ? NO_PATCH : patchInBase64(decision.patch());
        return write(uid, decision.allowed(), generator -> writeContent(generator, decision, patch));
    }

    /** The answer to the request of that uid, as UTF-8: all errors in one message, a line each. */
    public static byte[] write(String uid, ObjectCheck check) {
        return write(uid, check.passed(), generator -> {
            if (!check.passed()) {
                writeStatus(generator, UNPROCESSABLE, "Invalid", String.join("\n", check.errors()));
            }
            writeWarnings(generator, check.warnings());
        });
    }

    /** The answer to the request of that uid, as UTF-8: it is refused, whatever is in the object. */
    public static byte[] forbid(String uid, String sentence) {
        return write(uid, false, generator -> writeStatus(generator, FORBIDDEN, "Forbidden", sentence));
    }

    private static byte[] write(String uid, boolean allowed, Content content) {
        ReusedBuffer bytes = ReusedBuffer.empty();
        try (JsonGenerator generator = AdmissionJson.MAPPER.createGenerator(bytes)) {
            generator.writeStartObject();
            generator.writeStringField("apiVersion", Envelope.API_VERSION);
            generator.writeStringField("kind", Envelope.KIND);
            generator.writeObjectFieldStart("response");
            generator.writeStringField("uid", uid);
            generator.writeBooleanField("allowed", allowed);
            content.write(generator);
            generator.writeEndObject();
            generator.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A decision can be written to memory", impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] patchInBase64(List<PatchOperation> operations) {
        ReusedBuffer bytes = ReusedBuffer.empty();
        try (JsonGenerator generator = AdmissionJson.MAPPER.createGenerator(bytes)) {
            JsonPatch.write(operations, generator);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A patch can be written to memory", impossible);
        }
        return bytes.toBase64();
    }

    private static void writeContent(JsonGenerator generator, Decision decision, byte[] patch) throws IOException {
        if (decision.denial().isPresent()) {
            writeStatus(generator, FORBIDDEN, "Forbidden", decision.denial().get());
        }
        if (patch.length > 0) {
            generator.writeStringField("patchType", "JSONPatch");
            generator.writeFieldName("patch");
            generator.writeRawUTF8String(patch, 0, patch.length);
        }
        writeWarnings(generator, decision.warnings());
        writeAuditAnnotations(generator, decision);
    }

    private static void writeStatus(JsonGenerator generator, int code, String reason, String message)
            throws IOException {
        generator.writeObjectFieldStart("status");
        generator.writeNumberField("code", code);
        generator.writeStringField("reason", reason);
        generator.writeStringField("message", message);
        generator.writeEndObject();
    }

    private static void writeWarnings(JsonGenerator generator, List<String> warnings) throws IOException {
        if (warnings.isEmpty()) {
            return;
        }
        generator.writeArrayFieldStart("warnings");
        for (String warning : warnings) {
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
