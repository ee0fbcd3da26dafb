package io.sparkusher.policies.properties;

import static io.sparkusher.policies.properties.Words.text;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Spark's pods of every kind, and policies of every kind. */
public final class ScenarioDomain extends DomainContextBase {
    /** Fixed, so that a build does not fail by chance; more tries go further along the same way. */
    static final String SEED = "20261122";

    @Provide
    Arbitrary<Scenario> scenarios() {
        return with(PodArbitraries.ofSpark());
    }

    static Arbitrary<Scenario> with(Arbitrary<ObjectNode> pods) {
        return Combinators.combine(
                        pods,
                        PolicyArbitraries.policies(),
                        PolicyArbitraries.pools(),
                        namespace().optional(0.7),
                        Arbitraries.of(true, false))
                .as(ScenarioDomain::scenario);
    }

    private static Scenario scenario(
            ObjectNode pod,
            List<ObjectNode> policies,
            List<ObjectNode> pools,
            Optional<ObjectNode> namespace,
            boolean asYaml) {
        List<ObjectNode> documents = new ArrayList<>(policies);
        documents.addAll(pools);
        namespace.ifPresent(documents::add);
        return new Scenario(pod, documents, asYaml);
    }

    private static Arbitrary<ObjectNode> namespace() {
        return Words.map(0.5, text("a", "b"), "tier", "team").map(labels -> {
            ObjectNode namespace = JsonNodeFactory.instance.objectNode();
            namespace.put("apiVersion", "v1").put("kind", "Namespace");
            namespace.putObject("metadata").put("name", Scenario.NAMESPACE).set("labels", labels);
            return namespace;
        });
    }
}
