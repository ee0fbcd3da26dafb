package io.sparkusher.policies.crd;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A column of {@code kubectl get}.
 *
 * @param wide whether it is there with {@code -o wide} only
 */
record PrinterColumn(String name, String type, String path, boolean wide) {
    static final List<PrinterColumn> OF_POLICIES = List.of(
            new PrinterColumn("Band", "string", ".spec.band", false),
            new PrinterColumn("Mode", "string", ".spec.mode", false),
            new PrinterColumn("Precedence", "integer", ".spec.precedence", true),
            condition("Accepted", "status", "Accepted", false),
            condition("Conflicted", "status", "Conflicted", true),
            condition("Ready", "status", "Ready", false),
            condition("Ready", "reason", "Reason", true),
            condition("Accepted", "message", "Message", true),
            age());

    static final List<PrinterColumn> OF_POOLS = List.of(
            condition("Accepted", "status", "Accepted", false),
            condition("Ready", "status", "Ready", false),
            condition("Ready", "reason", "Reason", true),
            condition("Accepted", "message", "Message", true),
            age());

    private static PrinterColumn condition(String type, String member, String name, boolean wide) {
        String path = ".status.conditions[?(@.type==\"" + type + "\")]." + member;
        return new PrinterColumn(name, "string", path, wide);
    }

    private static PrinterColumn age() {
        return new PrinterColumn("Age", "date", ".metadata.creationTimestamp", false);
    }

    ObjectNode json() {
        ObjectNode column = JsonNodeFactory.instance.objectNode();
        column.put("name", name).put("type", type).put("jsonPath", path);
        return wide ? column.put("priority", 1) : column;
    }
}
