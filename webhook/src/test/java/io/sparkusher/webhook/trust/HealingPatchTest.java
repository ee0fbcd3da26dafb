package io.sparkusher.webhook.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sparkusher.certs.CertificateAuthority;
import io.sparkusher.certs.TrustBundle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class HealingPatchTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OwnerNamespace OWNER = new OwnerNamespace("spark-usher", "uid-1");
    private static final String OWNED = """
            [{"apiVersion":"v1","kind":"Namespace","name":"spark-usher","uid":"uid-1","controller":false,\
            "blockOwnerDeletion":false}]""";

    private final TrustBundle one = bundle();
    private final TrustBundle other = bundle();

    private static TrustBundle bundle() {
        return TrustBundle.EMPTY.with(CertificateAuthority.create("Spark Usher", NOW, Duration.ofDays(1)));
    }

    @Test
    void isEmptyWhereNothingIsWrongWhateverTheOrder() throws Exception {
        String both = encoded(one.union(other));

        assertTrue(patch(OWNED, both, both, Healing.exactly(other.union(one))).isEmpty());
    }

    @Test
    void fillsInTheWebhooksThatTrustNobodyOrSomebodyElse() throws Exception {
        JsonNode operations = operations(patch(OWNED, "", encoded(other), Healing.exactly(one)));

        assertEquals("""
                [{"op":"replace","path":"/metadata/resourceVersion","value":"7"},\
                {"op":"add","path":"/webhooks/0/clientConfig/caBundle","value":"%1$s"},\
                {"op":"add","path":"/webhooks/1/clientConfig/caBundle","value":"%1$s"}]""".formatted(encoded(one)), operations.toString());
    }

    @Test
    void leavesAloneTheWebhookThatIsRight() throws Exception {
        JsonNode operations = operations(patch(OWNED, encoded(one), "bm9uc2Vuc2U=", Healing.exactly(one)));

        assertEquals(2, operations.size());
        assertEquals(
                "/webhooks/1/clientConfig/caBundle",
                operations.get(1).get("path").asText());
    }

    @Test
    void neverEmptiesABundle() throws Exception {
        assertTrue(patch(OWNED, encoded(one), "", Healing.exactly(TrustBundle.EMPTY))
                .isEmpty());
    }

    @Test
    void addsToWhatOthersTrustUntilItsTimeIsOver() {
        Healing healing = Healing.atLeast(one, NOW);

        assertEquals(other.union(one), healing.heal(other));
        assertEquals(other.union(one), healing.heal(other.union(one)));
        assertEquals(one, Healing.atLeast(one, NOW.plus(Duration.ofDays(2))).heal(other));
    }

    @Test
    void addsTheNamespaceToOtherOwners() throws Exception {
        JsonNode operations = operations(patch(
                "[{\"kind\":\"Other\",\"name\":\"x\",\"uid\":\"uid-9\"}]", "", "", Healing.exactly(TrustBundle.EMPTY)));

        assertEquals("/metadata/ownerReferences", operations.get(1).get("path").asText());
        assertEquals("uid-9", operations.get(1).get("value").get(0).get("uid").asText());
        assertEquals(JSON.readTree(OWNED).get(0), operations.get(1).get("value").get(1));
    }

    @Test
    void replacesANamespaceOfTheSameNameThatHasGone() throws Exception {
        JsonNode operations =
                operations(patch(OWNED.replace("uid-1", "uid-0"), "", "", Healing.exactly(TrustBundle.EMPTY)));

        assertEquals(JSON.readTree(OWNED), operations.get(1).get("value"));
    }

    private static JsonNode operations(HealingPatch patch) throws Exception {
        return JSON.readTree(patch.json());
    }

    private static HealingPatch patch(String owners, String first, String second, Healing healing) throws Exception {
        String configuration = """
                {"kind":"MutatingWebhookConfiguration",
                 "metadata":{"name":"00-spark-usher","resourceVersion":"7","ownerReferences":%s},
                 "webhooks":[{"clientConfig":{"caBundle":"%s"}},{"clientConfig":{"caBundle":"%s"}}]}""".formatted(owners, first, second);
        return HealingPatch.of(new WebhookConfiguration(JSON.readTree(configuration)), healing, OWNER);
    }

    private static String encoded(TrustBundle bundle) {
        return Base64.getEncoder().encodeToString(bundle.pem().getBytes(StandardCharsets.US_ASCII));
    }
}
