package io.sparkusher.webhook.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.catalog.Acceptance;
import io.sparkusher.policies.catalog.Evaluation;
import io.sparkusher.policies.catalog.NodePoolUse;
import io.sparkusher.policies.catalog.Verdict;
import io.sparkusher.policies.catalog.Verdict.InForce;
import io.sparkusher.policies.source.Problem;
import io.sparkusher.policies.source.Problem.Severity;
import io.sparkusher.webhook.testing.Policies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Verdicts about objects that are easy to tell from each other. */
final class Verdicts {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Verdicts() {}

    static PolicyReference policy(String name, long generation) {
        return new PolicyReference("SparkPodPolicy", "team-a", name, OptionalLong.of(generation));
    }

    static PolicyReference pool(String name, long generation) {
        return new PolicyReference("SparkNodePool", "", name, OptionalLong.of(generation));
    }

    static Verdict accepted(PolicyReference object) {
        Optional<InForce> inForce = Optional.of(inForce(object.generation().orElseThrow()));
        return new Verdict(object, Acceptance.Accepted, List.of(), inForce, List.of());
    }

    static Verdict refused(PolicyReference object, Acceptance acceptance, Optional<InForce> inForce) {
        return new Verdict(object, acceptance, List.of(error("spec.driver.env", "is wrong")), inForce, List.of());
    }

    static Verdict withProblems(Verdict verdict, Problem... problems) {
        return new Verdict(
                verdict.object(),
                verdict.acceptance(),
                Arrays.asList(problems),
                verdict.inForce(),
                verdict.potentialConflicts());
    }

    static Verdict withPotentialConflict(Verdict verdict, String sentence) {
        return new Verdict(
                verdict.object(), verdict.acceptance(), verdict.problems(), verdict.inForce(), List.of(sentence));
    }

    static Problem error(String path, String message) {
        return new Problem(Severity.Error, "SparkPodPolicy team-a/etl", 0, path, message);
    }

    static Problem warning(String path, String message) {
        return new Problem(Severity.Warning, "SparkPodPolicy team-a/etl", 0, path, message);
    }

    static InForce inForce(long generation) {
        return new InForce(generation, json("{\"band\":\"Default\"}"));
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    static Evaluation evaluation(String digest, Verdict... verdicts) {
        try {
            return new Evaluation(
                    Policies.load(Policies.labelling("x")).policies(),
                    Arrays.stream(verdicts)
                            .collect(
                                    Collectors.toMap(verdict -> verdict.object().path(), Function.identity())),
                    digest,
                    NodePoolUse.NONE);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
