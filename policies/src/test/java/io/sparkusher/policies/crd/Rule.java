package io.sparkusher.policies.crd;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What must hold of an object, in CEL.
 *
 * @param rule true where it holds; {@code self} is the object
 * @param message what to do where it does not
 * @param fieldPath the member of the object that it is about, empty where it is about the whole
 */
record Rule(String rule, String message, String fieldPath) {
    static Rule of(String rule, String message) {
        return new Rule(rule, message, "");
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("rule", rule).put("message", message);
        return fieldPath.isEmpty() ? json : json.put("fieldPath", fieldPath);
    }
}
