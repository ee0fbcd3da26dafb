package io.sparkusher.policies.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import io.sparkusher.policies.kubernetes.FieldRules;
import io.sparkusher.policies.kubernetes.Quantities;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Checks JSON against Kubernetes' own types without making objects of them, so that nothing is lost on the way. */
final class KubernetesModel {
    private static final Map<Class<?>, Map<String, Type>> FIELDS = new ConcurrentHashMap<>();

    private final SourceDocument document;

    KubernetesModel(SourceDocument document) {
        this.document = document;
    }

    /** Whether it is an object of the type; what is wrong in it is reported. */
    boolean check(JsonNode node, String path, Class<?> type) {
        if (!node.isObject()) {
            document.error(path, expected("an object", node));
            return false;
        }
        Map<String, Type> fields = fields(type);
        node.properties().forEach(entry -> {
            String memberPath = FieldPath.member(path, entry.getKey());
            Type fieldType = fields.get(entry.getKey());
            if (fieldType != null) {
                value(entry.getValue(), memberPath, fieldType);
            } else {
                reportUnknown(entry.getKey(), memberPath, type, fields);
            }
        });
        FieldRules.faults(type, node)
                .forEach(fault -> document.error(FieldPath.descendant(path, fault.member()), fault.sentence()));
        return true;
    }

    /** A warning only: the cluster may be newer than the model, and then it is passed on as it is. */
    private void reportUnknown(String name, String path, Class<?> type, Map<String, Type> fields) {
        String advice = Spelling.nearest(name, fields.keySet())
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
        document.warning(
                path,
                "Kubernetes' " + type.getSimpleName() + " has no such field as far as is known here; it is kept"
                        + advice);
    }

    private void value(JsonNode node, String path, Type type) {
        if (node.isNull()) {
            return;
        }
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            if (parameterized.getRawType() == List.class) {
                elements(node, path, arguments[0]);
            } else {
                entries(node, path, arguments[1]);
            }
            return;
        }
        plain(node, path, (Class<?>) type);
    }

    private void elements(JsonNode node, String path, Type elementType) {
        if (!node.isArray()) {
            document.error(path, expected("a list", node));
            return;
        }
        for (int index = 0; index < node.size(); index++) {
            part(node.get(index), FieldPath.element(path, index), elementType);
        }
    }

    private void entries(JsonNode node, String path, Type valueType) {
        if (!node.isObject()) {
            document.error(path, expected("an object", node));
            return;
        }
        node.properties().forEach(entry -> part(entry.getValue(), FieldPath.member(path, entry.getKey()), valueType));
    }

    /** What stands in a list or a map must be something. */
    private void part(JsonNode node, String path, Type type) {
        if (node.isNull()) {
            document.error(path, "is nothing: remove it, or write it out");
        } else {
            value(node, path, type);
        }
    }

    private void plain(JsonNode node, String path, Class<?> type) {
        if (type == String.class) {
            require(node.isTextual(), node, path, "a text");
        } else if (type == Boolean.class) {
            require(node.isBoolean(), node, path, "true or false");
        } else if (type == Integer.class) {
            require(node.isIntegralNumber() && node.canConvertToInt(), node, path, "a whole number of 32 bits");
        } else if (type == Long.class) {
            require(node.isIntegralNumber() && node.canConvertToLong(), node, path, "a whole number of 64 bits");
        } else if (type == Double.class) {
            require(node.isNumber(), node, path, "a number");
        } else if (type == IntOrString.class) {
            require(node.isIntegralNumber() || node.isTextual(), node, path, "a whole number or a text");
        } else if (type == Quantity.class) {
            require(Quantities.isQuantity(node), node, path, "a quantity such as 500m, 2 or 10Gi");
            require(!Quantities.isNegative(node), node, path, "no less than 0, as of everything in a pod");
        } else if (type != Object.class) {
            check(node, path, type);
        }
    }

    private void require(boolean fits, JsonNode node, String path, String what) {
        if (!fits) {
            document.error(path, expected(what, node));
        }
    }

    static String expected(String what, JsonNode node) {
        if (node.isMissingNode()) {
            return "is missing: " + what + " is required";
        }
        boolean unquoted = what.equals("a text") && node.isValueNode() && !node.isNull();
        return "is " + shown(node) + ", expected " + what + (unquoted ? ": put it in quotes" : "");
    }

    static String shown(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT, POJO -> "an object";
            case STRING -> "the text \"" + shortened(node.textValue()) + "\"";
            case NUMBER -> "the number " + node.asText();
            case BOOLEAN -> node.asText();
            case NULL, MISSING, BINARY -> "nothing";
        };
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }

    private static Map<String, Type> fields(Class<?> type) {
        return FIELDS.computeIfAbsent(type, KubernetesModel::declaredFields);
    }

    private static Map<String, Type> declaredFields(Class<?> type) {
        Map<String, Type> fields = new LinkedHashMap<>();
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                JsonProperty property = field.getAnnotation(JsonProperty.class);
                if (property != null && !Modifier.isStatic(field.getModifiers())) {
                    fields.put(property.value(), field.getGenericType());
                }
            }
        }
        return fields;
    }
}
