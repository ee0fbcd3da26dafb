package io.sparkusher.webhook.admission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.tree.Trees;

/** The tree of {@code request.object}: its metadata but for {@code managedFields}, and its spec. */
final class ReviewedObject {
    private final ObjectNode tree = Trees.object();

    void read(JsonReader json) throws MalformedReviewException {
        Fields.forEach(json, "request.object", field -> {
            switch (field) {
                case "metadata", "spec" -> readPart(json, field);
                default -> json.skip();
            }
        });
    }

    private void readPart(JsonReader json, String part) throws MalformedReviewException {
        if (json.isNull()) {
            return;
        }
        ObjectNode fields = Trees.object();
        tree.set(part, fields);
        Fields.forEach(json, "request.object." + part, field -> {
            // Half of a review's bytes, and of no use to any policy.
            if (field.equals("managedFields") && part.equals("metadata")) {
                json.skip();
            } else {
                fields.set(field, JsonTrees.read(json));
            }
        });
    }

    /** Empty where there is no object, as in a deletion. */
    ObjectNode toTree() {
        return tree;
    }
}
