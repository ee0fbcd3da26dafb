package io.sparkusher.policies.crd;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What bounds the value of a field, by the type's and the field's names: what the checks ask for, and how long what a
 * {@link Rule} looks through may be.
 */
final class Bounds {
    /** The longest name of an object. */
    private static final int NAME = 253;

    /** The longest value of a label. */
    private static final int LABEL_VALUE = 63;

    private static final int NAMES = 64;
    private static final String FILE = "^/[A-Za-z0-9._/-]*[A-Za-z0-9._-]$";

    private static final Map<String, ObjectNode> BY_FIELD = new TreeMap<>();

    static {
        add("Fallback.pools").put("minItems", 1).put("maxItems", NAMES).set("items", length(NAME));
        add("Mix.shares").put("minItems", 1).put("maxItems", NAMES);
        add("Share.weight").put("minimum", 1).put("maximum", 100);
        add("FirstExecutors.count").put("minimum", 1);
        add("JmxAgent.port").put("minimum", 1).put("maximum", 65535);
        add("JmxAgent.jarPath").put("pattern", FILE);
        add("JmxAgent.configPath").put("pattern", FILE);
        add("ConfigMapKey.key").put("pattern", "^[A-Za-z0-9._-]+$");
        add("SparkProperty.name").put("pattern", "^spark\\.[^\\s=$]+$");
        add("SparkVersionRange.min").put("pattern", "^[0-9]").put("maxLength", LABEL_VALUE);
        add("SparkVersionRange.below").put("pattern", "^[0-9]").put("maxLength", LABEL_VALUE);
        add("LabelSelector.matchExpressions").put("maxItems", NAMES);
        add("SparkNodePoolSpec.requirements").put("maxItems", NAMES);
        add("NodeRequirement.values").put("maxItems", 1024).set("items", length(LABEL_VALUE));
        add("PodSection.terminationGracePeriodSeconds").put("minimum", 0);
    }

    private Bounds() {}

    /** The fields that have bounds. */
    static Set<String> fields() {
        return BY_FIELD.keySet();
    }

    /** Adds the field's bounds to its schema. */
    static void addTo(ObjectNode schema, String field) {
        ObjectNode bounds = BY_FIELD.get(field);
        if (bounds != null) {
            bounds.properties().forEach(bound -> {
                if (bound.getValue() instanceof ObjectNode ofItems) {
                    schema.withObject(bound.getKey()).setAll(ofItems);
                } else {
                    schema.set(bound.getKey(), bound.getValue());
                }
            });
        }
    }

    private static ObjectNode add(String field) {
        ObjectNode bounds = JsonNodeFactory.instance.objectNode();
        BY_FIELD.put(field, bounds);
        return bounds;
    }

    private static ObjectNode length(int maximum) {
        return JsonNodeFactory.instance.objectNode().put("maxLength", maximum);
    }
}
