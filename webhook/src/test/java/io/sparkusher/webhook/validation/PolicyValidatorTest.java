package io.sparkusher.webhook.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.catalog.PolicyCatalog;
import io.sparkusher.webhook.review.ReviewAnswer;
import io.sparkusher.webhook.testing.RecordedReviews;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolicyValidatorTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String GOOD = "{\"driver\":{\"labels\":{\"team\":\"a\"}}}";
    private static final String BAD = "{\"driver\":{\"sparkConf\":[{\"name\":\"spark.master\",\"value\":\"local\"},"
            + "{\"name\":\"spark.app.id\",\"value\":\"x\"}]}}";
    private static final String ODD =
            "{\"band\":\"Required\",\"driver\":{\"sparkConf\":[{\"name\":\"spark.jars\",\"value\":\"a.jar\"}]}}";

    private final List<PolicyReference> users = new ArrayList<>();
    private final PolicyValidator validator = new PolicyValidator(PolicyCatalog::check, this::usersOf);

    @Test
    void letsAGoodPolicyPass() throws IOException {
        assertTrue(allowed(review("CREATE", GOOD, null)));
        assertTrue(allowed(review("UPDATE", GOOD, BAD)));
    }

    @Test
    void refusesWithEveryProblemInTheWordsOfTheCommandLine() throws IOException {
        JsonNode response = review("CREATE", BAD, null);

        assertFalse(allowed(response));
        assertEquals(422, response.at("/status/code").asInt());
        assertEquals("Invalid", response.at("/status/reason").asText());
        String message = response.at("/status/message").asText();
        assertTrue(message.contains("spec.driver.sparkConf[0].name: is spark.master"), message);
        assertTrue(message.contains("spec.driver.sparkConf[1].name: is spark.app.id"), message);
        assertEquals(2, message.lines().count());
    }

    @Test
    void refusesWhatIsTooLargeToBeAPolicy() throws IOException {
        String large = "{\"driver\":{\"labels\":{\"team\":\"%s\"}}}".formatted("a".repeat(300_000));

        JsonNode response = review("CREATE", large, null);

        assertFalse(allowed(response));
        assertTrue(response.at("/status/message").asText().startsWith("spec: is larger than 256 KiB"));
    }

    @Test
    void warnsOfWhatIsOdd() throws IOException {
        JsonNode response = review("CREATE", ODD, null);

        assertTrue(allowed(response));
        String warning = response.at("/warnings/0").asText();
        assertTrue(warning.startsWith("spec.driver.sparkConf[0].name: is spark.jars"), warning);
        assertTrue(warning.length() <= 256 && warning.lines().count() == 1, warning);
    }

    @Test
    void neverRefusesAnUpdateThatLeavesTheSpecAlone() throws IOException {
        assertTrue(allowed(review("UPDATE", BAD, BAD)));
    }

    @Test
    void takesANameThatIsStillToBeMadeUp() throws IOException {
        ObjectNode request = request("CREATE", GOOD, null);
        ObjectNode metadata = request.withObject("/request/object/metadata");
        metadata.remove("name");
        metadata.remove("namespace");
        metadata.put("generateName", "labels-");

        JsonNode response = answer(request);
        assertTrue(allowed(response), response::toString);
    }

    @Test
    void leavesEverythingElseAlone() throws IOException {
        assertTrue(allowed(answer((ObjectNode) MAPPER.readTree(RecordedReviews.executor()))));
        assertTrue(allowed(review("DELETE", BAD, null)));
        ObjectNode status = request("UPDATE", BAD, GOOD);
        status.withObject("request").put("subResource", "status");
        assertTrue(allowed(answer(status)));
    }

    @Test
    void refusesToDeleteANodePoolThatPoliciesName() throws IOException {
        users.add(user("a"));
        JsonNode response = answer(deletion("spot"));

        assertFalse(allowed(response));
        assertEquals(403, response.at("/status/code").asInt());
        assertEquals(
                "SparkNodePool spot is named by SparkPodPolicy team-a/a: first name another pool there, or delete what"
                        + " names it",
                response.at("/status/message").asText());
    }

    @Test
    void namesSomeOfThePoliciesWhereThereAreMany() throws IOException {
        List.of("a", "b", "c", "d", "e", "f", "g").forEach(name -> users.add(user(name)));
        String message = answer(deletion("spot")).at("/status/message").asText();

        assertTrue(message.contains("SparkPodPolicy team-a/e and 2 more: "), message);
    }

    @Test
    void letsANodePoolGoThatNobodyNames() throws IOException {
        users.add(user("a"));

        assertTrue(allowed(answer(deletion("on-demand"))));
    }

    @Test
    void refusesABodyThatIsNoReview() {
        assertInstanceOf(ReviewAnswer.Refused.class, validator.review("{}".getBytes(StandardCharsets.UTF_8)));
    }

    private static PolicyReference user(String name) {
        return new PolicyReference("SparkPodPolicy", "team-a", name, OptionalLong.of(1));
    }

    private List<PolicyReference> usersOf(String pool) {
        return pool.equals("spot") ? users : List.of();
    }

    /** One of several that go by one request, which then has no name. */
    private static ObjectNode deletion(String pool) throws IOException {
        return (ObjectNode) MAPPER.readTree("""
                {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview",
                 "request": {"uid": "u", "operation": "DELETE",
                  "resource": {"group": "spark-usher.io", "version": "v1alpha1", "resource": "sparknodepools"},
                  "object": null, "oldObject": {"metadata": {"name": "%s"}, "spec": {}}}}
                """.formatted(pool));
    }

    private static boolean allowed(JsonNode response) {
        return response.path("allowed").asBoolean();
    }

    private JsonNode review(String operation, String spec, @Nullable String oldSpec) throws IOException {
        return answer(request(operation, spec, oldSpec));
    }

    private JsonNode answer(ObjectNode request) throws IOException {
        ReviewAnswer answer = validator.review(MAPPER.writeValueAsBytes(request));
        JsonNode response = MAPPER.readTree(
                        assertInstanceOf(ReviewAnswer.Decided.class, answer).json())
                .path("response");
        assertEquals(request.at("/request/uid"), response.path("uid"));
        return response;
    }

    private static ObjectNode request(String operation, String spec, @Nullable String oldSpec) throws IOException {
        ObjectNode review = (ObjectNode) MAPPER.readTree("""
                {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview",
                 "request": {"uid": "u", "operation": "%s", "name": "labels", "namespace": "team-a",
                  "resource": {"group": "spark-usher.io", "version": "v1alpha1", "resource": "sparkpodpolicies"},
                  "object": %s}}
                """.formatted(operation, object(spec)));
        if (oldSpec != null) {
            review.withObject("request").set("oldObject", MAPPER.readTree(object(oldSpec)));
        }
        return review;
    }

    private static String object(String spec) {
        return """
                {"apiVersion": "spark-usher.io/v1alpha1", "kind": "SparkPodPolicy",
                 "metadata": {"name": "labels", "namespace": "team-a", "managedFields": [{"manager": "kubectl"}]},
                 "spec": %s}
                """.formatted(spec);
    }
}
