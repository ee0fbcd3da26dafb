package io.sparkusher.policies.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.ClusterSparkPodPolicy;
import io.sparkusher.policies.api.ClusterSparkPodPolicySpec;
import io.sparkusher.policies.api.Metadata;
import io.sparkusher.policies.api.PolicyObject;
import io.sparkusher.policies.api.SparkNodePool;
import io.sparkusher.policies.api.SparkNodePoolSpec;
import io.sparkusher.policies.api.SparkPodPolicy;
import io.sparkusher.policies.api.SparkPodPolicySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the objects of our kinds in documents, and namespaces; documents of other API groups are passed over. */
public final class PolicyReader {
    private static final List<String> KINDS = List.of("SparkPodPolicy", "ClusterSparkPodPolicy", "SparkNodePool");

    private PolicyReader() {}

    /**
     * An object as it was read.
     *
     * @param document where it stands, to report what else is wrong with it
     */
    public record ReadObject(PolicyObject object, SourceDocument document) {}

    /** Reads the text of one file. */
    public static ReadFiles read(String file, String text, Problems problems) {
        List<ReadObject> objects = new ArrayList<>();
        List<ReadNamespace> namespaces = new ArrayList<>();
        for (SourceDocument document : YamlReader.read(file, text, problems)) {
            if (NamespaceReader.isNamespace(document.root())) {
                namespaces.add(NamespaceReader.read(document));
            } else {
                read(document).ifPresent(objects::add);
            }
        }
        return new ReadFiles(objects, namespaces);
    }

    /** Reads one object; empty where it is of no kind of ours, which is reported to its document but for other groups. */
    public static Optional<ReadObject> read(SourceDocument document) {
        return object(document).map(object -> new ReadObject(object, document));
    }

    private static Optional<PolicyObject> object(SourceDocument document) {
        JsonNode root = document.root();
        String apiVersion = root.path("apiVersion").asText();
        String kind = root.path("kind").asText();
        if (!root.isObject() || apiVersion.isEmpty() || kind.isEmpty()) {
            document.error("", "is no Kubernetes object: apiVersion and kind are required");
            return Optional.empty();
        }
        if (kind.equals("List") && holdsObjectsOfOurs(root)) {
            document.error("kind", "is List, which is not unfolded here: write each object as a document of its own");
            return Optional.empty();
        }
        if (!apiVersion.equals(PolicyObject.API_VERSION)) {
            reportOtherVersion(document, apiVersion);
            return Optional.empty();
        }
        if (!KINDS.contains(kind)) {
            document.error(
                    "kind", "is " + kind + ", which " + apiVersion + " does not have" + Spelling.advice(kind, KINDS));
            return Optional.empty();
        }
        return Optional.of(bind(document, (ObjectNode) root, kind));
    }

    private static boolean holdsObjectsOfOurs(JsonNode list) {
        return list.path("items")
                .valueStream()
                .anyMatch(item -> item.path("apiVersion").asText().startsWith(PolicyObject.GROUP + "/"));
    }

    private static void reportOtherVersion(SourceDocument document, String apiVersion) {
        String group = apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
        boolean ours = group.equals(PolicyObject.GROUP);
        if (ours || KINDS.contains(document.root().path("kind").asText())) {
            document.error("apiVersion", "is " + apiVersion + ", expected " + PolicyObject.API_VERSION);
        }
    }

    private static PolicyObject bind(SourceDocument document, ObjectNode root, String kind) {
        root.fieldNames().forEachRemaining(name -> {
            if (!List.of("apiVersion", "kind", "metadata", "spec", "status").contains(name)) {
                document.unknownField(FieldPath.member("", name), Spelling.advice(name, List.of("metadata", "spec")));
            }
        });
        Metadata metadata = new MetadataReader(document).read(root.path("metadata"), kind.equals("SparkPodPolicy"));
        JsonNode spec = root.path("spec");
        Binder binder = new Binder(document);
        return switch (kind) {
            case "SparkPodPolicy" ->
                new SparkPodPolicy(metadata, binder.record(spec, "spec", SparkPodPolicySpec.class));
            case "ClusterSparkPodPolicy" ->
                new ClusterSparkPodPolicy(metadata, binder.record(spec, "spec", ClusterSparkPodPolicySpec.class));
            default -> new SparkNodePool(metadata, binder.record(spec, "spec", SparkNodePoolSpec.class));
        };
    }

    /** Reads what is used of an object's metadata; the rest of it is Kubernetes' and passes. */
    private record MetadataReader(SourceDocument document) {
        Metadata read(JsonNode metadata, boolean namespaced) {
            if (!metadata.isObject()) {
                document.error("metadata", "is missing: an object with a name is required");
                return new Metadata("", "", OptionalLong.empty());
            }
            new KubernetesModel(document).check(metadata, "metadata", io.fabric8.kubernetes.api.model.ObjectMeta.class);
            requireName(metadata, "name", "metadata.name");
            if (namespaced) {
                requireName(metadata, "namespace", "metadata.namespace");
            } else if (metadata.hasNonNull("namespace")) {
                document.error("metadata.namespace", "is not for this kind, which belongs to the whole cluster");
            }
            JsonNode generation = metadata.path("generation");
            return new Metadata(
                    metadata.path("name").asText(),
                    namespaced ? metadata.path("namespace").asText() : "",
                    generation.canConvertToLong() ? OptionalLong.of(generation.longValue()) : OptionalLong.empty());
        }

        private void requireName(JsonNode metadata, String member, String path) {
            if (metadata.path(member).asText().isEmpty()) {
                document.error(path, "is missing: the policy's " + member + " is required");
            }
        }
    }
}
