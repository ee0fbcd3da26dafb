package io.sparkusher.policies.crd;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.Volume;
import io.sparkusher.policies.api.KubernetesType;
import java.lang.reflect.RecordComponent;
import java.util.List;

/**
 * The schema of a field of Kubernetes' own type: whatever is in it is kept, and of the elements of a list so much is
 * known that the API server can tell them apart.
 */
record EmbeddedSchema(RecordComponent component, KubernetesType type) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The schema, with a description that names Kubernetes' type. */
    ObjectNode schema(String description) {
        String name = type.value().getSimpleName();
        if (component.getType() != List.class) {
            ObjectNode schema = open(description + " It is Kubernetes' " + name + ", with any of its fields.");
            return type.value() == Volume.class ? schema.put("minProperties", 1).put("maxProperties", 1) : schema;
        }
        ObjectNode schema = JSON.objectNode();
        schema.put("description", description + " Each is Kubernetes' " + name + ", with any of its fields.");
        schema.put("type", "array");
        schema.set("items", items());
        if (isKeyed()) {
            schema.put("x-kubernetes-list-type", "map");
            ArrayNode keys = schema.putArray("x-kubernetes-list-map-keys");
            List.of(type.key()).forEach(keys::add);
        } else {
            schema.put("x-kubernetes-list-type", "atomic");
        }
        return schema;
    }

    /** Kubernetes itself takes a list of tolerations for one value: none of their fields need be there. */
    private boolean isKeyed() {
        return type.key().length > 0 && type.value() != Toleration.class;
    }

    private ObjectNode items() {
        ObjectNode items = JSON.objectNode();
        items.put("type", "object").put("x-kubernetes-preserve-unknown-fields", true);
        if (isKeyed()) {
            ObjectNode properties = items.putObject("properties");
            ArrayNode required = items.putArray("required");
            for (String key : type.key()) {
                ObjectNode property = properties.putObject(key);
                property.put("description", "It tells the elements of the list apart.");
                property.put("type", isNumber(key) ? "integer" : "string");
                if (key.equals("protocol")) {
                    property.put("default", "TCP");
                } else {
                    required.add(key);
                }
            }
        }
        return items;
    }

    private boolean isNumber(String field) {
        try {
            return type.value().getDeclaredField(field).getType() == Integer.class;
        } catch (NoSuchFieldException exception) {
            throw new AssertionError(exception);
        }
    }

    private static ObjectNode open(String description) {
        return JSON.objectNode()
                .put("description", description)
                .put("type", "object")
                .put("x-kubernetes-preserve-unknown-fields", true);
    }
}
