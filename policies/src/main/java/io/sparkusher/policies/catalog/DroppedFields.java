package io.sparkusher.policies.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.source.FieldPath;
import io.sparkusher.policies.source.Problem;
import io.sparkusher.policies.source.Problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds fields that the API server dropped, as its definition of the kind is older than who wrote them: they are in what
 * {@code kubectl apply} was given and not in what is stored. Where the two differ in anything else, the object was
 * changed by other means since, and nothing can be told.
 */
final class DroppedFields {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> dropped = new ArrayList<>();
    private boolean comparable = true;

    private DroppedFields() {}

    /** A warning for each. */
    static List<Problem> problems(StoredObject stored) {
        JsonNode applied = applied(stored);
        if (!applied.path("spec").isObject() || !isOf(stored, applied)) {
            return List.of();
        }
        DroppedFields fields = new DroppedFields();
        fields.compare("spec", applied.path("spec"), stored.version().path("spec"));
        return fields.comparable
                ? fields.dropped.stream().map(path -> problem(stored, path)).toList()
                : List.of();
    }

    private static JsonNode applied(StoredObject stored) {
        try {
            return stored.lastApplied().isEmpty() ? MissingNode.getInstance() : JSON.readTree(stored.lastApplied());
        } catch (JsonProcessingException notKubectls) {
            return MissingNode.getInstance();
        }
    }

    private static boolean isOf(StoredObject stored, JsonNode applied) {
        JsonNode metadata = applied.path("metadata");
        return applied.path("kind").asText().equals(stored.reference().kind())
                && metadata.path("name").asText().equals(stored.reference().name())
                && metadata.path("namespace").asText().equals(stored.reference().namespace());
    }

    private void compare(String path, JsonNode applied, JsonNode present) {
        if (applied instanceof ObjectNode object && present.isObject()) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                compareMember(FieldPath.member(path, member.getKey()), member.getValue(), present.get(member.getKey()));
            }
        } else if (applied.isArray() && present.isArray() && applied.size() == present.size()) {
            for (int index = 0; index < applied.size(); index++) {
                compare(FieldPath.element(path, index), applied.get(index), present.get(index));
            }
        } else {
            comparable = comparable && isSameValue(applied, present);
        }
    }

    private static boolean isSameValue(JsonNode applied, JsonNode present) {
        boolean numbers = applied.isNumber() && present.isNumber();
        return numbers ? applied.decimalValue().compareTo(present.decimalValue()) == 0 : applied.equals(present);
    }

    private void compareMember(String path, JsonNode applied, @Nullable JsonNode present) {
        if (present != null) {
            compare(path, applied, present);
        } else if (!applied.isNull()) {
            dropped.add(path);
        }
    }

    private static Problem problem(StoredObject stored, String path) {
        return new Problem(
                Severity.Warning,
                stored.reference().toString(),
                0,
                path,
                "was dropped by the API server, whose CustomResourceDefinition does not know it: install the"
                        + " CustomResourceDefinitions of this version of Spark Usher and apply the object again");
    }
}
