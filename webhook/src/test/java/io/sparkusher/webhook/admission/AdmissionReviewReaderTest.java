package io.sparkusher.webhook.admission;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.webhook.admission.ReadResult.Read;
import io.sparkusher.webhook.admission.ReadResult.Refused;
import io.sparkusher.webhook.refusal.Refusal;
import io.sparkusher.webhook.refusal.RefusalCause;
import io.sparkusher.webhook.testing.RecordedReviews;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AdmissionReviewReaderTest {
    private static final String ENVELOPE = """
            {"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":"u-1",%s}}""";

    static List<String> recorded() {
        return RecordedReviews.names();
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void readsWhatARealApiServerSent(String name) {
        AdmissionRequest request = read(RecordedReviews.read(name));

        assertEquals(36, request.uid().length());
        assertEquals("pods", request.review().resource());
        assertTrue(request.review().object().path("spec").path("containers").isArray());
        assertFalse(request.review().object().path("metadata").has("managedFields"));
        assertFalse(request.review().object().has("status"));
    }

    @Test
    void readsTheFieldsOfTheRequest() {
        AdmissionRequest request = read(ENVELOPE.formatted("""
                "name":"p","namespace":"team-a","operation":"UPDATE","subResource":"status","dryRun":true,
                "resource":{"group":"apps","version":"v1","resource":"deployments"},"object":null"""));

        assertEquals("p", request.name());
        assertTrue(request.dryRun());
        assertEquals("team-a", request.review().namespace());
        assertEquals("UPDATE", request.review().operation());
        assertEquals("deployments.apps", request.review().resource());
        assertEquals("status", request.review().subResource());
        assertEquals("{}", request.review().object().toString());
    }

    @Test
    void readsARequestThatComesBeforeItsKind() {
        AdmissionRequest request = read("""
                {"request":{"object":{"metadata":{"name":"p"}},"uid":"u-2"},
                 "kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1"}""");

        assertEquals("u-2", request.uid());
        assertEquals(
                "{\"metadata\":{\"name\":\"p\"}}", request.review().object().toString());
    }

    @Test
    void keepsUnknownFieldsTheirOrderAndTheValuesOfNumbers() {
        String object = """
                {"spec":{"zeta":[1,{"y":null,"a":true}],"big":123456789012345678901234567890,"alpha":1.10,\
                "tiny":1E-400},"metadata":{"unheardOf":{"b":"\u00e4\\ud83d\\ude00","a":[]}}}""";

        ObjectNode tree = object(read(ENVELOPE.formatted("\"object\":" + object)));

        assertEquals(object.replace("\\ud83d\\ude00", "\ud83d\ude00"), tree.toString());
    }

    @Test
    void passesOverWhatNoPolicyLooksAt() {
        AdmissionRequest request = read(ENVELOPE.formatted("""
                "oldObject":{"metadata":{"name":"old"}},"userInfo":{"username":"x"},"options":{"deep":[[[]]]},
                "object":{"status":{"phase":"Running"},"metadata":{"managedFields":[{"f":{}}],"name":"p"},
                          "spec":{"managedFields":1}}"""));

        assertEquals(
                "{\"metadata\":{\"name\":\"p\"},\"spec\":{\"managedFields\":1}}",
                object(request).toString());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "WrongKind       | ``",
                "WrongKind       | `[]`",
                "WrongKind       | `\"AdmissionReview\"`",
                "WrongKind       | `{}`",
                "WrongKind       | `{\"kind\":\"Pod\",\"apiVersion\":\"admission.k8s.io/v1\"}`",
                "WrongApiVersion | `{\"kind\":\"AdmissionReview\",\"apiVersion\":\"admission.k8s.io/v1beta1\"}`",
                "WrongApiVersion | `{\"kind\":\"AdmissionReview\"}`",
                "NoRequest       | `{\"kind\":\"AdmissionReview\",\"apiVersion\":\"admission.k8s.io/v1\"}`",
                "NoRequest | `{\"kind\":\"AdmissionReview\",\"apiVersion\":\"admission.k8s.io/v1\",\"request\":null}`",
                "NoUid     | `{\"kind\":\"AdmissionReview\",\"apiVersion\":\"admission.k8s.io/v1\",\"request\":{}}`",
                "WrongField      | `{\"kind\":7}`",
                "WrongField      | `{\"request\":[]}`",
                "WrongField      | `{\"request\":{\"uid\":{}}}`",
                "WrongField      | `{\"request\":{\"dryRun\":\"yes\"}}`",
                "WrongField      | `{\"request\":{\"resource\":\"pods\"}}`",
                "WrongField      | `{\"request\":{\"object\":\"pod\"}}`",
                "WrongField      | `{\"request\":{\"object\":{\"metadata\":[]}}}`",
                "WrongField      | `{\"request\":{\"object\":{\"spec\":3}}}`",
                "CutOff          | `{\"request\":{\"uid\":\"u`",
                "CutOff          | `{\"request\":{`",
                "NotJson         | `{'kind':'AdmissionReview'}`",
                "NotJson         | `{\"kind\":AdmissionReview}`",
                "NotJson         | `{\"kind\":\"a\\x\"}`",
                "NotJson         | `kind: AdmissionReview`"
            })
    void refusesWhatIsNoAdmissionReview(RefusalCause cause, String body) {
        assertEquals(cause, refusal(body.getBytes(UTF_8)).cause());
        assertEquals(400, cause.status());
    }

    @Test
    void refusesWhatFollowsTheReview() {
        String review = ENVELOPE.formatted("\"name\":\"\"");

        assertEquals(
                RefusalCause.TrailingContent,
                refusal((review + "{}").getBytes(UTF_8)).cause());
        assertEquals(
                RefusalCause.TrailingContent,
                refusal((review + "x").getBytes(UTF_8)).cause());
        assertEquals("u-1", read(review + " \n").uid());
    }

    @Test
    void refusesNestingThatIsTooDeepWhereItReadsAndWhereItSkips() {
        String deep = "[".repeat(5000) + "]".repeat(5000);

        for (String field : new String[] {"\"object\":{\"spec\":{\"x\":%s}}", "\"oldObject\":%s"}) {
            byte[] body = ENVELOPE.formatted(field.formatted(deep)).getBytes(UTF_8);
            assertEquals(RefusalCause.TooDeep, refusal(body).cause());
        }
    }

    @Test
    void refusesOtherEncodingsAndHalfSurrogatePairs() {
        String review = ENVELOPE.formatted("\"name\":\"\"");

        assertEquals(RefusalCause.NotUtf8, refusal(review.getBytes(UTF_16LE)).cause());
        assertEquals(
                RefusalCause.NotUtf8,
                refusal(("\ufeff" + review).getBytes(UTF_8)).cause());
        assertEquals(
                RefusalCause.NotUtf8,
                refusal(ENVELOPE.formatted("\"name\":\"\\ud800\"").getBytes(UTF_8))
                        .cause());
    }

    @Test
    void neverRepeatsMuchOfWhatItRefuses() {
        String name = "x".repeat(100_000);

        for (String body : new String[] {
            ENVELOPE.formatted("\"name\":\"" + name + "\""), "{\"" + name + "\":" + name + "}", "{\"kind\":" + name
        }) {
            assertTrue(refusal(body.getBytes(UTF_8)).sentence().length() < 200);
        }
    }

    private static AdmissionRequest read(String body) {
        return read(body.getBytes(UTF_8));
    }

    private static AdmissionRequest read(byte[] body) {
        return assertInstanceOf(Read.class, AdmissionReviewReader.read(body)).request();
    }

    private static ObjectNode object(AdmissionRequest request) {
        return request.review().object();
    }

    private static Refusal refusal(byte[] body) {
        return assertInstanceOf(Refused.class, AdmissionReviewReader.read(body)).refusal();
    }
}
