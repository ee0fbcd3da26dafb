package io.sparkusher.policies.properties;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.kubernetes.MountPath;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Mount paths and variables that two fields of a generated section want, for which it would be refused. */
final class Doubles {
    private Doubles() {}

    /** The section without all but the first of each. */
    static ObjectNode removed(ObjectNode section) {
        ObjectNode distinct = section.deepCopy();
        Set<String> paths = new HashSet<>();
        Set<String> variables = new HashSet<>();
        for (String field : List.of("configMaps", "secrets")) {
            retain(distinct, field, element -> isNew(paths, element, "mountPath"));
            retain(distinct, field, element -> isNew(variables, element, "env"));
        }
        retain(distinct, "volumeMounts", element -> isNew(paths, element, "mountPath"));
        retain(distinct, "env", element -> isNew(variables, element, "name"));
        return distinct;
    }

    private static boolean isNew(Set<String> seen, JsonNode element, String member) {
        String key = MountPath.canonical(element.path(member).asText());
        return key.isEmpty() || seen.add(key);
    }

    private static void retain(ObjectNode section, String field, Predicate<JsonNode> wanted) {
        for (Iterator<JsonNode> elements = section.path(field).iterator(); elements.hasNext(); ) {
            if (!wanted.test(elements.next())) {
                elements.remove();
            }
        }
    }
}
