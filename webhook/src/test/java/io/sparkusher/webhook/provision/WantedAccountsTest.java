package io.sparkusher.webhook.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.catalog.Acceptance;
import io.sparkusher.policies.catalog.Verdict;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WantedAccountsTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String BOTH_ROLES = """
            driver: {serviceAccount: {name: d, provision: true}}
            executor: {serviceAccount: {name: e, provision: true}}
            """;

    @Test
    void asksForTheAccountsOfBothRolesInThePolicysNamespace() throws IOException {
        assertWanted(
                List.of("team-a/d driver SparkPodPolicy/team-a/p", "team-a/e executor SparkPodPolicy/team-a/p"),
                List.of(policy("team-a", BOTH_ROLES)),
                optedIn("team-a"),
                optedIn("team-b"));
    }

    @Test
    void asksForNothingInANamespaceThatHasNotOptedIn() throws IOException {
        assertWanted(
                List.of(),
                List.of(policy("team-a", BOTH_ROLES)),
                new NamespaceView("team-a", Map.of(NamespaceView.OPT_IN_LABEL, "yes"), false),
                optedIn("team-b"));
    }

    @Test
    void asksForNothingInANamespaceThatIsBeingDeleted() throws IOException {
        NamespaceView ending = new NamespaceView("team-a", Map.of(NamespaceView.OPT_IN_LABEL, "enabled"), true);
        assertWanted(List.of(), List.of(policy("team-a", BOTH_ROLES)), ending);
    }

    @Test
    void asksForNothingThatIsNotToBeProvisioned() throws IOException {
        String spec = """
                driver: {serviceAccount: {name: d, provision: false}}
                executor: {serviceAccount: {name: e}}
                """;
        assertWanted(List.of(), List.of(policy("team-a", spec)), optedIn("team-a"));
    }

    @Test
    void asksForNothingThatIsOnlyAudited() throws IOException {
        assertWanted(List.of(), List.of(policy("team-a", "mode: Audit\n" + BOTH_ROLES)), optedIn("team-a"));
    }

    @Test
    void asksForNothingThatIsNotInForce() {
        Verdict never = new Verdict(reference("team-a"), Acceptance.Invalid, List.of(), Optional.empty(), List.of());
        assertWanted(List.of(), List.of(never), optedIn("team-a"));
    }

    @Test
    void asksForWhatIsInForceWhereTheNewestVersionCannotBeUsed() throws IOException {
        Verdict older = new Verdict(reference("team-a"), Acceptance.Invalid, List.of(), inForce(BOTH_ROLES), List.of());
        assertWanted(
                List.of("team-a/d driver SparkPodPolicy/team-a/p", "team-a/e executor SparkPodPolicy/team-a/p"),
                List.of(older),
                optedIn("team-a"));
    }

    @Test
    void takesTheCommonAccountForDriversTooWhereTheyHaveNoneOfTheirOwn() throws IOException {
        String spec = """
                common: {serviceAccount: {name: c, provision: true}}
                executor: {serviceAccount: {name: e, provision: true}}
                """;
        assertWanted(
                List.of("team-a/c driver SparkPodPolicy/team-a/p", "team-a/e executor SparkPodPolicy/team-a/p"),
                List.of(policy("team-a", spec)),
                optedIn("team-a"));
    }

    @Test
    void givesNoRoleToACommonAccountThatDriversDoNotRunAs() throws IOException {
        String spec = """
                common: {serviceAccount: {name: c, provision: true}}
                driver: {serviceAccount: {name: made-by-others}}
                """;
        assertWanted(
                List.of("team-a/c executor SparkPodPolicy/team-a/p"),
                List.of(policy("team-a", spec)),
                optedIn("team-a"));
    }

    @Test
    void asksForAClusterPolicysAccountsInEachNamespaceThatItSelects() throws IOException {
        String spec = """
                namespaceSelector: {matchExpressions: [{key: kubernetes.io/metadata.name, operator: NotIn, values: [team-b]}]}
                executor: {serviceAccount: {name: e, provision: true}}
                """;
        assertWanted(
                List.of("team-a/e executor ClusterSparkPodPolicy/p", "team-c/e executor ClusterSparkPodPolicy/p"),
                List.of(policy("", spec)),
                optedIn("team-a"),
                optedIn("team-b"),
                optedIn("team-c"));
    }

    @Test
    void asksForAClusterPolicysAccountsEverywhereWithoutASelector() throws IOException {
        assertWanted(
                List.of("team-a/e executor ClusterSparkPodPolicy/p"),
                List.of(policy("", "executor: {serviceAccount: {name: e, provision: true}}")),
                optedIn("team-a"));
    }

    @Test
    void asksOnceForAnAccountThatTwoPoliciesName() throws IOException {
        assertWanted(
                List.of("team-a/e driver ClusterSparkPodPolicy/p,SparkPodPolicy/team-a/p"),
                List.of(
                        policy("", "executor: {serviceAccount: {name: e, provision: true}}"),
                        policy("team-a", "driver: {serviceAccount: {name: e, provision: true}}")),
                optedIn("team-a"));
    }

    @Test
    void readsNamesWithVariablesOfTheNamespaceAndTheRole() throws IOException {
        String spec = "common: {serviceAccount: {name: '${usher:namespace}-${usher:role}', provision: true}}";
        assertWanted(
                List.of(
                        "team-a/team-a-driver driver SparkPodPolicy/team-a/p",
                        "team-a/team-a-executor executor SparkPodPolicy/team-a/p"),
                List.of(policy("team-a", spec)),
                optedIn("team-a"));
    }

    @Test
    void saysOfWhichNamesNothingCanBeMade() throws IOException {
        String spec = """
                driver: {serviceAccount: {name: 'd-${usher:appName}', provision: true}}
                executor: {serviceAccount: {name: 'e-${usher:namespaceLabel/tier}', provision: true}}
                """;
        WantedAccounts wanted = WantedAccounts.of(List.of(policy("team-a", spec)), List.of(optedIn("team-a")));
        assertEquals(Map.of(), wanted.accounts());
        assertEquals(
                List.of(
                        "The service account d-${usher:appName} of drivers is not made in namespace team-a, as its name has the variable ${usher:appName}, of which the value is known of a pod alone: make it yourself, or give it another name",
                        "The service account e-${usher:namespaceLabel/tier} of executors is not made in namespace team-a, as its name has the variable ${usher:namespaceLabel/tier}, and the namespace has no such label: make it yourself, or give it another name"),
                wanted.troubles().stream().map(Trouble::sentence).toList());
    }

    private static void assertWanted(List<String> expected, List<Verdict> verdicts, NamespaceView... namespaces) {
        WantedAccounts wanted = WantedAccounts.of(verdicts, List.of(namespaces));
        assertEquals(
                expected,
                wanted.accounts().values().stream()
                        .map(account -> "%s/%s %s %s"
                                .formatted(
                                        account.key().namespace(),
                                        account.key().name(),
                                        account.driver() ? "driver" : "executor",
                                        Ownership.text(account.policies())))
                        .toList());
        assertEquals(List.of(), wanted.troubles());
    }

    private static NamespaceView optedIn(String name) {
        Map<String, String> labels = new HashMap<>();
        labels.put("kubernetes.io/metadata.name", name);
        labels.put(NamespaceView.OPT_IN_LABEL, "enabled");
        return new NamespaceView(name, labels, false);
    }

    private static Verdict policy(String namespace, String spec) throws IOException {
        return new Verdict(reference(namespace), Acceptance.Accepted, List.of(), inForce(spec), List.of());
    }

    private static PolicyReference reference(String namespace) {
        String kind = namespace.isEmpty() ? "ClusterSparkPodPolicy" : "SparkPodPolicy";
        return new PolicyReference(kind, namespace, "p", OptionalLong.of(1));
    }

    private static Optional<Verdict.InForce> inForce(String spec) throws IOException {
        JsonNode read = YAML.readTree(spec);
        return Optional.of(new Verdict.InForce(1, read));
    }
}
