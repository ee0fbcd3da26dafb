package io.sparkusher.webhook.admission;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.tree.Trees;
import java.io.IOException;

/** The tree of {@code request.object}: its metadata but for {@code managedFields}, and its spec. */
final class ReviewedObject {
    private final ObjectNode tree = Trees.object();

    void read(JsonParser parser) throws IOException, MalformedReviewException {
        Fields.forEach(parser, "request.object", field -> {
            switch (field) {
                case "metadata", "spec" -> readPart(parser, field);
                default -> parser.skipChildren();
            }
        });
    }

    private void readPart(JsonParser parser, String part) throws IOException, MalformedReviewException {
        if (parser.hasToken(JsonToken.VALUE_NULL)) {
            return;
        }
        ObjectNode fields = Trees.object();
        tree.set(part, fields);
        Fields.forEach(parser, "request.object." + part, field -> {
            // Half of a review's bytes, and of no use to any policy.
            if (field.equals("managedFields") && part.equals("metadata")) {
                parser.skipChildren();
            } else {
                fields.set(field, Trees.read(parser));
            }
        });
    }

    /** Empty where there is no object, as in a deletion. */
    ObjectNode toTree() {
        return tree;
    }
}
