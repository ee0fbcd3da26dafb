package io.sparkusher.webhook.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.catalog.Verdict;
import io.sparkusher.webhook.cluster.PolicyKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The status that an object should have: the same as it has, where nothing has changed. */
final class PolicyStatus {
    private PolicyStatus() {}

    /**
     * The status wanted.
     *
     * @param verdict about a generation that an API server counted
     * @param met sentences about the policies that pods met together with this one lately
     * @param previous the status as it is stored, an empty object where there is none; it is not changed
     */
    static ObjectNode of(Verdict verdict, ReplicaStanding replicas, List<String> met, JsonNode previous, Instant now) {
        long generation = verdict.object().generation().orElseThrow();
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        Numbers.put(status, "observedGeneration", generation);
        ArrayNode conditions = status.putArray("conditions");
        for (Condition condition : conditions(verdict, replicas, met, wasReady(previous, generation))) {
            conditions.add(condition.toJson(generation, Condition.in(previous, condition.type()), now));
        }
        keepForeign(previous, conditions);
        inForce(verdict, status);
        return status;
    }

    private static boolean wasReady(JsonNode previous, long generation) {
        return previous.path("observedGeneration").asLong() == generation
                && Condition.isTrue(previous, Condition.READY);
    }

    private static List<Condition> conditions(
            Verdict verdict, ReplicaStanding replicas, List<String> met, boolean wasReady) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(AcceptedCondition.of(verdict));
        if (!verdict.object().kind().equals(PolicyKind.SparkNodePool.name())) {
            conditions.add(ConflictedCondition.of(verdict, met));
        }
        conditions.add(ReadyCondition.of(verdict, replicas, wasReady));
        return conditions;
    }

    /** A condition of a type that is not ours is another writer's, or a newer version's. */
    private static void keepForeign(JsonNode previous, ArrayNode conditions) {
        List<String> ours = List.of(Condition.ACCEPTED, Condition.CONFLICTED, Condition.READY);
        for (JsonNode condition : previous.path("conditions")) {
            if (!ours.contains(condition.path("type").asText())) {
                conditions.add(condition);
            }
        }
    }

    // Also where it is the newest: who starts when that has become a broken one has nothing else to go by.
    private static void inForce(Verdict verdict, ObjectNode status) {
        verdict.inForce().ifPresent(inForce -> {
            ObjectNode kept = status.putObject("inForce");
            Numbers.put(kept, "generation", inForce.generation());
            kept.set("spec", inForce.spec());
        });
    }
}
