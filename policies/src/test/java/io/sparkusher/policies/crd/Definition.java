package io.sparkusher.policies.crd;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.Description;
import io.sparkusher.policies.api.PolicyObject;
import java.util.Locale;

/** The CustomResourceDefinition of a kind. */
record Definition(Kind kind) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    String name() {
        return kind.plural() + "." + PolicyObject.GROUP;
    }

    ObjectNode json() {
        ObjectNode definition = JSON.objectNode();
        definition.put("apiVersion", "apiextensions.k8s.io/v1").put("kind", "CustomResourceDefinition");
        ObjectNode metadata = definition.putObject("metadata").put("name", name());
        metadata.putObject("labels").put("app.kubernetes.io/name", "spark-usher");
        ObjectNode spec = definition.putObject("spec");
        spec.put("group", PolicyObject.GROUP);
        spec.set("names", names());
        spec.put("scope", kind.scope());
        spec.putArray("versions").add(version());
        return definition;
    }

    private ObjectNode names() {
        String name = kind.type().getSimpleName();
        ObjectNode names = JSON.objectNode();
        names.put("kind", name).put("listKind", name + "List");
        names.put("plural", kind.plural()).put("singular", name.toLowerCase(Locale.ROOT));
        names.putArray("shortNames").add(kind.shortName());
        names.putArray("categories").add("spark-usher");
        return names;
    }

    private ObjectNode version() {
        ObjectNode version = JSON.objectNode();
        version.put("name", PolicyObject.API_VERSION.substring(PolicyObject.GROUP.length() + 1));
        version.put("served", true).put("storage", true);
        ArrayNode columns = version.putArray("additionalPrinterColumns");
        kind.columns().forEach(column -> columns.add(column.json()));
        version.putObject("schema").set("openAPIV3Schema", schema());
        version.putObject("subresources").putObject("status");
        return version;
    }

    private ObjectNode schema() {
        ObjectNode schema = JSON.objectNode();
        schema.put("description", kind.type().getAnnotation(Description.class).value());
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("apiVersion").put("type", "string");
        properties.putObject("kind").put("type", "string");
        properties.putObject("metadata").put("type", "object");
        properties.set("spec", spec());
        properties.set("status", StatusSchema.schema());
        schema.putArray("required").add("spec");
        return schema;
    }

    private ObjectNode spec() {
        ObjectNode spec = JSON.objectNode().put("description", "What is wanted.");
        spec.setAll(RecordSchema.of(kind.spec()));
        return spec;
    }
}
