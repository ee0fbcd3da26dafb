package io.sparkusher.webhook.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredPolicyTest {
    private static final String POLICY = """
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkPodPolicy
            metadata:
              name: labels
              namespace: team-a
              generation: 7
              resourceVersion: "12"
              managedFields: [{manager: kubectl}]
            spec:
              future: {ratio: 0.5, list: [2, null, {a: ""}]}
            status:
              conditions: [{type: Ready, status: "True"}]
            """;

    @Test
    void keepsEveryFieldOfTheSpecAndNothingThatOthersChange() {
        ObjectNode stored = stored(POLICY);

        assertEquals(
                "{\"ratio\":0.5,\"list\":[2,null,{\"a\":\"\"}]}",
                stored.at("/spec/future").toString());
        assertEquals(
                "{\"generation\":7,\"name\":\"labels\",\"namespace\":\"team-a\"}",
                stored.path("metadata").toString());
        assertEquals("SparkPodPolicy", stored.path("kind").asText());
        assertEquals(stored, stored(POLICY.replace("\"12\"", "\"13\"").replace("\"True\"", "\"False\"")));
    }

    @Test
    void keepsTheVersionThatIsInForce() {
        ObjectNode stored = stored(POLICY + "  inForce: {generation: 6, spec: {band: Default}}\n");

        assertEquals(
                "{\"inForce\":{\"generation\":6,\"spec\":{\"band\":\"Default\"}}}",
                stored.path("status").toString());
    }

    @Test
    void keepsTheVersionThatIsInForceOnlyOnceWhereItIsTheNewest() {
        ObjectNode stored = stored(POLICY + "  inForce: {generation: 7, spec: {band: Default}}\n");

        assertFalse(stored.has("status"));
    }

    @Test
    void keepsNothingOfASpecThatIsTooLargeButWhoseItIs() {
        ObjectNode stored = stored(POLICY.replace("0.5", "\"" + "x".repeat(300_000) + "\""));

        assertEquals("labels", stored.at("/metadata/name").asText());
        assertEquals(7, stored.at("/metadata/generation").asLong());
        assertTrue(stored.path("spec").asText().startsWith("larger than 256 KiB"), stored::toString);
    }

    @Test
    void keepsNothingOfASpecThatIsNestedTooDeeplyButWhoseItIs() {
        GenericKubernetesResource deep = Serialization.unmarshal(POLICY, GenericKubernetesResource.class);
        Object nested = "bottom";
        for (int level = 0; level < 9_000; level++) {
            nested = Map.of("in", nested);
        }
        deep.setAdditionalProperty("spec", nested);

        ObjectNode stored = StoredPolicy.of(deep);

        assertEquals("labels", stored.at("/metadata/name").asText());
        assertEquals("nested too deeply", stored.path("spec").asText());
    }

    private static ObjectNode stored(String yaml) {
        return StoredPolicy.of(Serialization.unmarshal(yaml, GenericKubernetesResource.class));
    }
}
