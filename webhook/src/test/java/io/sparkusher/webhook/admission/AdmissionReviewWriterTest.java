package io.sparkusher.webhook.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.decision.Reason;
import io.sparkusher.policies.decision.ReasonCode;
import io.sparkusher.policies.patch.PatchOperation;
import io.sparkusher.policies.patch.PatchOperation.Add;
import io.sparkusher.policies.patch.PatchOperation.Remove;
import io.sparkusher.policies.patch.PatchOperation.Replace;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdmissionReviewWriterTest {
    private static final List<Reason> REASONS = List.of(Reason.ofReview(ReasonCode.NoPolicies, "None"));

    @Test
    void leavesOutThePatchWhereNothingChanges() {
        Decision decision = new Decision(Optional.empty(), List.of(), REASONS, List.of(), Map.of());

        assertEquals("""
                {"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","response":{"uid":"u","allowed":true}}""", new String(AdmissionReviewWriter.write("u", decision), UTF_8));
    }

    @Test
    void writesThePatchInBase64() throws IOException {
        List<PatchOperation> patch = List.of(
                new Add("/metadata/labels/a~1b", new TextNode("\u00e4"), Optional.empty()),
                new Replace("/spec/x", DecimalNode.valueOf(new BigDecimal("1.10")), Optional.empty()),
                new Remove("/spec/y", Optional.empty()));
        Decision decision = new Decision(Optional.empty(), patch, REASONS, List.of(), Map.of());

        JsonNode response = response(decision);

        assertEquals("JSONPatch", response.get("patchType").asText());
        assertEquals("""
                [{"op":"add","path":"/metadata/labels/a~1b","value":"\u00e4"},\
                {"op":"replace","path":"/spec/x","value":1.10},{"op":"remove","path":"/spec/y"}]""", new String(response.get("patch").binaryValue(), UTF_8));
    }

    @Test
    void deniesWithTheSentence() {
        Decision decision = new Decision(Optional.of("No \"GPU\" here"), List.of(), REASONS, List.of(), Map.of());

        JsonNode response = response(decision);

        assertEquals(
                "{\"uid\":\"u\",\"allowed\":false,\"status\":{\"code\":403,\"reason\":\"Forbidden\","
                        + "\"message\":\"No \\\"GPU\\\" here\"}}",
                response.toString());
    }

    @Test
    void cutsWarningsAndKeepsThemToOneLine() {
        List<String> warnings = List.of("two\nlines", "x".repeat(1000));
        Decision decision = new Decision(Optional.empty(), List.of(), REASONS, warnings, Map.of());

        JsonNode written = response(decision).get("warnings");

        assertEquals("two lines", written.get(0).asText());
        assertEquals(AdmissionReviewWriter.MAX_WARNING, written.get(1).asText().length());
    }

    @Test
    void writesAuditAnnotationsInOneOrder() {
        Decision decision =
                new Decision(Optional.empty(), List.of(), REASONS, List.of(), Map.of("b", "2", "a", "1", "c", "3"));

        assertTrue(response(decision).toString().contains("{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\"}"));
    }

    private static JsonNode response(Decision decision) {
        try {
            return new JsonMapper()
                    .readTree(AdmissionReviewWriter.write("u", decision))
                    .get("response");
        } catch (IOException exception) {
            throw new AssertionError(exception);
        }
    }
}
