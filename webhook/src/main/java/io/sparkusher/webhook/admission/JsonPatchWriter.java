package io.sparkusher.webhook.admission;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.sparkusher.policies.patch.PatchOperation;
import io.sparkusher.policies.patch.PatchOperation.Add;
import io.sparkusher.policies.patch.PatchOperation.Remove;
import io.sparkusher.policies.patch.PatchOperation.Replace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes operations as a JSON Patch document (RFC 6902). */
public final class JsonPatchWriter {
    private static final int USUAL_SIZE = 4096;

    private JsonPatchWriter() {}

    /** The operations in their order, as UTF-8. */
    public static byte[] write(List<PatchOperation> operations) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator generator = AdmissionJson.MAPPER.createGenerator(bytes)) {
            generator.writeStartArray();
            for (PatchOperation operation : operations) {
                write(generator, operation);
            }
            generator.writeEndArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A tree can be written to memory", impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator generator, PatchOperation operation) throws IOException {
        generator.writeStartObject();
        if (operation instanceof Add add) {
            writeMembers(generator, "add", add.path());
            writeValue(generator, add.value());
        } else if (operation instanceof Replace replace) {
            writeMembers(generator, "replace", replace.path());
            writeValue(generator, replace.value());
        } else if (operation instanceof Remove remove) {
            writeMembers(generator, "remove", remove.path());
        }
        generator.writeEndObject();
    }

    private static void writeMembers(JsonGenerator generator, String name, String path) throws IOException {
        generator.writeStringField("op", name);
        generator.writeStringField("path", path);
    }

    private static void writeValue(JsonGenerator generator, JsonNode value) throws IOException {
        generator.writeFieldName("value");
        generator.writeTree(value);
    }
}
