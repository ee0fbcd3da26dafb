package io.sparkusher.policies.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.sparkusher.policies.source.FieldPath;
import io.sparkusher.policies.variables.Template;
import java.util.List;
import java.util.Map;

/** Checks the variables of a policy: only what pods are given may have them, and only values. */
record VariablesCheck(Checks checks) {
    private static final List<String> SECTIONS = List.of("common", "driver", "executor");

    void check(JsonNode spec) {
        for (Map.Entry<String, JsonNode> member : spec.properties()) {
            check(FieldPath.member("spec", member.getKey()), member.getValue(), SECTIONS.contains(member.getKey()));
        }
    }

    private void check(String path, JsonNode node, boolean allowed) {
        if (node.isTextual() && Template.isTemplate(node.textValue())) {
            if (allowed) {
                Template.fault(node.textValue()).ifPresent(fault -> checks.error(path, fault));
            } else {
                checks.error(path, "has a variable, which only what pods are given may have: write it out");
            }
        }
        for (int index = 0; index < node.size() && node.isArray(); index++) {
            check(FieldPath.element(path, index), node.get(index), allowed);
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String memberPath = FieldPath.member(path, member.getKey());
            if (Template.isTemplate(member.getKey())) {
                checks.error(memberPath, "is a key with a variable, which only values may have: write it out");
            }
            check(memberPath, member.getValue(), allowed && !member.getKey().equals("nodePool"));
        }
    }
}
