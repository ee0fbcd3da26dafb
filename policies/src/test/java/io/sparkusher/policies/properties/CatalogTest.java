package io.sparkusher.policies.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.catalog.Acceptance;
import io.sparkusher.policies.catalog.ClusterObjects;
import io.sparkusher.policies.catalog.Evaluation;
import io.sparkusher.policies.catalog.PolicyCatalog;
import io.sparkusher.policies.catalog.Verdict;
import io.sparkusher.policies.golden.Documents;
import io.sparkusher.policies.kubernetes.KubernetesVersion;
import io.sparkusher.policies.source.Problem;
import io.sparkusher.policies.source.Problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContextBase;

/** What must hold of a cluster's objects, in whatever order they come and whatever is in them. */
@Domain(ScenarioDomain.class)
@Domain(CatalogTest.Edits.class)
class CatalogTest {
    /** What is done to one of the documents that there are. */
    record Edit(int document, Change change) {}

    /** What can be done to a document. */
    enum Change {
        Apply,
        ApplyWithErrors,
        Delete
    }

    /** Sequences of edits, and of what is put in the place of anything. */
    public static final class Edits extends DomainContextBase {
        @Provide
        Arbitrary<Edit> edit() {
            return Combinators.combine(Arbitraries.integers().between(0, 99), Arbitraries.of(Change.class))
                    .as(Edit::new);
        }

        @Provide
        Arbitrary<Damage> damage() {
            return Combinators.combine(
                            Arbitraries.integers()
                                    .between(0, 99)
                                    .list()
                                    .ofMinSize(1)
                                    .ofMaxSize(8),
                            Damage.anything())
                    .as(Damage::new);
        }
    }

    @Property(seed = ScenarioDomain.SEED, tries = 150)
    void stepByStepItComesToTheSameAsAtOnce(
            @ForAll Scenario scenario, @ForAll Scenario other, @ForAll @Size(max = 25) List<Edit> edits) {
        List<ObjectNode> documents = new ArrayList<>(scenario.documents());
        documents.addAll(other.documents());
        documents.removeIf(document -> document.path("kind").asText().equals("Namespace"));
        StoredObjects stored = new StoredObjects();
        PolicyCatalog catalog = new PolicyCatalog(KubernetesVersion.NEWEST);
        Evaluation stepByStep = catalog.evaluate(stored.cluster());
        for (Edit edit : edits) {
            apply(edit, documents.get(edit.document() % documents.size()), stored);
            stepByStep = catalog.evaluate(stored.cluster());
        }
        Map<String, Verdict> verdicts = stepByStep.verdicts();
        verdicts.forEach((path, verdict) -> verdict.inForce().ifPresent(inForce -> stored.keep(path, inForce)));
        Evaluation atOnce = new PolicyCatalog(KubernetesVersion.NEWEST).evaluate(stored.cluster());
        assertEquals(verdicts, atOnce.verdicts());
        assertEquals(stepByStep.digest(), atOnce.digest());
        assertEquals(
                Scenario.review(stepByStep.policies(), scenario.pod()),
                Scenario.review(atOnce.policies(), scenario.pod()));
    }

    /** Pools are never deleted: what policies have of one that is gone, only the catalog that saw it can know. */
    private static void apply(Edit edit, ObjectNode document, StoredObjects stored) {
        boolean pool = document.path("kind").asText().equals("SparkNodePool");
        switch (edit.change()) {
            case Apply -> stored.apply(document);
            case ApplyWithErrors -> {
                ObjectNode wrong = document.deepCopy();
                wrong.withObject("/spec").put(pool ? "tolerations" : "band", "Nonsense");
                stored.apply(wrong);
            }
            case Delete -> {
                if (!pool) {
                    stored.delete(StoredObjects.path(document));
                }
            }
        }
    }

    @Property(seed = ScenarioDomain.SEED, tries = 500)
    void whateverIsStoredHasAVerdictAndBreaksNothing(
            @ForAll Scenario scenario, @ForAll @Size(max = 12) List<Damage> damages) {
        List<ObjectNode> objects = new ArrayList<>();
        scenario.documents().forEach(document -> objects.add(document.deepCopy()));
        for (int index = 0; index < damages.size(); index++) {
            damages.get(index).doTo(objects.get(index % objects.size()));
        }
        Evaluation evaluation = new PolicyCatalog(KubernetesVersion.NEWEST)
                .evaluate(new ClusterObjects(
                        objects, Map.of(Scenario.NAMESPACE, scenario.namespaceLabels()), StoredObjects.ACCOUNTS));
        assertNotNull(Scenario.review(evaluation.policies(), scenario.pod()));
        for (ObjectNode object : objects) {
            Verdict verdict = evaluation.verdicts().get(StoredObjects.path(object));
            assertNotNull(verdict, () -> StoredObjects.path(object));
            assertEquals(verdict.acceptance() != Acceptance.Accepted, hasErrors(verdict.problems()));
            assertNotNull(PolicyCatalog.check(object));
        }
    }

    private static boolean hasErrors(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.Error);
    }

    /**
     * Something else in a place of a document.
     *
     * @param way which member or element to go to, at each level
     */
    record Damage(List<Integer> way, JsonNode instead) {
        static Arbitrary<JsonNode> anything() {
            Arbitrary<JsonNode> leaf = Arbitraries.oneOf(
                    Words.text("", "x", "${usher:role}", "-1", "Required"),
                    Words.anyText(),
                    Words.truth(),
                    Words.number(-1, 0, 1, Integer.MAX_VALUE),
                    Arbitraries.of("null", "1e400", "99999999999999999999", "[]", "{}", "[[]]", "1.5")
                            .map(Damage::json));
            return Arbitraries.oneOf(leaf, Words.map(0.5, leaf, "name", "spec", "x", "inForce", "generation"));
        }

        private static JsonNode json(String text) {
            return Documents.parseYaml("x: " + text).path("x");
        }

        void doTo(ObjectNode document) {
            JsonNode at = document;
            for (int index = 0; index < way.size() - 1; index++) {
                JsonNode next = at.isEmpty() ? at : child(at, way.get(index));
                if (!next.isContainerNode() || next.isEmpty()) {
                    break;
                }
                at = next;
            }
            replace(at, way.get(way.size() - 1));
        }

        private static JsonNode child(JsonNode node, int number) {
            return node.valueStream().skip(number % node.size()).findFirst().orElseThrow();
        }

        private void replace(JsonNode node, int number) {
            if (node instanceof ObjectNode object && !object.isEmpty()) {
                String name = List.copyOf(object.properties())
                        .get(number % object.size())
                        .getKey();
                object.set(name, instead);
            } else if (node instanceof ArrayNode array && !array.isEmpty()) {
                array.set(number % array.size(), instead);
            }
        }
    }
}
