package io.sparkusher.policies.properties;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.golden.UnknownFields;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.sessions.JqwikSession;

/** A generated pod and the policies that it meets, for tests of other modules, which know a real API server. */
public final class GeneratedReview {
    private final Scenario scenario;
    private final PolicySet policies;

    private GeneratedReview(Scenario scenario) {
        this.scenario = scenario;
        this.policies = scenario.policies();
    }

    /** So many of them, the same each time. */
    public static List<GeneratedReview> some(int count) {
        AtomicReference<List<Scenario>> scenarios = new AtomicReference<>(List.of());
        JqwikSession.run(
                ScenarioDomain.SEED,
                () -> scenarios.set(ScenarioDomain.with(PodArbitraries.written())
                        .sampleStream()
                        .limit(count)
                        .map(GeneratedReview::withoutWhatNoApiServerKnows)
                        .toList()));
        return scenarios.get().stream().map(GeneratedReview::new).toList();
    }

    /** A field of a policy that the API server drops is missed again by the next review. */
    private static Scenario withoutWhatNoApiServerKnows(Scenario scenario) {
        List<ObjectNode> documents = scenario.documents().stream()
                .map(UnknownFields::removedEverywhere)
                .toList();
        return new Scenario(scenario.pod(), documents, scenario.asYaml());
    }

    /** The pod as its author wrote it; an API server may refuse it for what policies have no part in. */
    public ObjectNode pod() {
        return scenario.pod().deepCopy();
    }

    /** What the policies say of the pod, or of what became of it on its way. */
    public Decision review(ObjectNode pod) {
        return Scenario.review(policies, pod);
    }

    /** The pod and the policies, as the files of a golden case. */
    @Override
    public String toString() {
        return scenario.toString();
    }
}
