package io.sparkusher.policies.crd;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The schema of every kind's status, which Spark Usher writes. */
final class StatusSchema {
    private StatusSchema() {}

    static ObjectNode schema() {
        ObjectNode status = object("What Spark Usher makes of the object. It alone writes here.");
        ObjectNode properties = status.putObject("properties");
        properties.set("observedGeneration", generation("The generation that the conditions are about."));
        properties.set("conditions", conditions());
        properties.set("inForce", inForce());
        return status;
    }

    private static ObjectNode conditions() {
        ObjectNode conditions = described("Accepted: whether the newest generation can be used. Conflicted: whether"
                + " another policy says something different. Ready: whether every replica reviews by it.");
        conditions.put("type", "array");
        conditions.set("items", condition());
        conditions.put("x-kubernetes-list-type", "map");
        conditions.putArray("x-kubernetes-list-map-keys").add("type");
        return conditions;
    }

    /** As Kubernetes' own conditions are. */
    private static ObjectNode condition() {
        ObjectNode condition = object("One thing that is so, or is not.");
        ObjectNode properties = condition.putObject("properties");
        properties.set("type", text("What it is about.", 316));
        ObjectNode value = text("Whether it is so.", 0);
        List.of("True", "False", "Unknown").forEach(value.withArray("enum")::add);
        properties.set("status", value);
        properties.set("observedGeneration", generation("The generation that it is about."));
        properties.set(
                "lastTransitionTime", text("Since when it is so, or is not.", 0).put("format", "date-time"));
        properties.set("reason", text("Why, in one word.", 1024).put("minLength", 1));
        properties.set("message", text("Why, in a sentence for people.", 32768));
        required(condition, "type", "status", "lastTransitionTime", "reason", "message");
        return condition;
    }

    private static ObjectNode inForce() {
        ObjectNode inForce =
                object("The generation that reviews go by: the newest, or the last one that could be used. Absent"
                        + " where none ever could.");
        ObjectNode properties = inForce.putObject("properties");
        properties.set("generation", generation("Its number."));
        properties.set("spec", object("Its spec.").put("x-kubernetes-preserve-unknown-fields", true));
        required(inForce, "generation", "spec");
        return inForce;
    }

    private static void required(ObjectNode schema, String... names) {
        ArrayNode required = schema.putArray("required");
        List.of(names).forEach(required::add);
    }

    private static ObjectNode generation(String description) {
        return described(description)
                .put("type", "integer")
                .put("format", "int64")
                .put("minimum", 0);
    }

    private static ObjectNode text(String description, int maximum) {
        ObjectNode text = described(description).put("type", "string");
        return maximum == 0 ? text : text.put("maxLength", maximum);
    }

    private static ObjectNode object(String description) {
        return described(description).put("type", "object");
    }

    private static ObjectNode described(String description) {
        return JsonNodeFactory.instance.objectNode().put("description", description);
    }
}
