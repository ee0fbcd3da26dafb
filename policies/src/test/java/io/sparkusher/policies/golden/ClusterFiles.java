package io.sparkusher.policies.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.catalog.ClusterObjects;
import io.sparkusher.policies.pod.ServiceAccounts;
import io.sparkusher.policies.source.Problems;
import io.sparkusher.policies.source.SourceDocument;
import io.sparkusher.policies.source.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A case's files as a cluster would hold what is in them. */
final class ClusterFiles {
    private ClusterFiles() {}

    /** The documents of a file. */
    static List<ObjectNode> documents(Path file) {
        try {
            return YamlReader.read(file.toString(), Files.readString(file), new Problems()).stream()
                    .map(SourceDocument::root)
                    .map(ObjectNode.class::cast)
                    .toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** The policies of a case, in a cluster that has their namespaces, and these accounts. */
    static ClusterObjects cluster(Path policies, ServiceAccounts accounts) {
        List<ObjectNode> documents = documents(policies);
        Map<String, Map<String, String>> namespaces = new HashMap<>();
        namespaces.put("team-a", Map.of());
        documents.stream().filter(document -> isKind("Namespace", document)).forEach(namespace -> {
            Map<String, String> labels = new HashMap<>();
            namespace
                    .path("metadata")
                    .path("labels")
                    .properties()
                    .forEach(
                            label -> labels.put(label.getKey(), label.getValue().asText()));
            namespaces.put(namespace.path("metadata").path("name").asText(), labels);
        });
        List<ObjectNode> objects = documents.stream()
                .filter(document -> !isKind("Namespace", document))
                .toList();
        return new ClusterObjects(objects, namespaces, accounts);
    }

    /** The service accounts of a file, all of the namespace that pods of cases are created in. */
    static ServiceAccounts serviceAccounts(Path file) {
        Map<String, Set<String>> accounts = new HashMap<>();
        for (ObjectNode account : documents(file)) {
            accounts.put(
                    account.path("metadata").path("name").asText(),
                    new TreeSet<>(account.path("imagePullSecrets").findValuesAsText("name")));
        }
        return new ServiceAccounts(Map.of("team-a", accounts));
    }

    /** The service accounts that policies name, each without secrets. */
    static ServiceAccounts namedIn(Path policies) {
        Map<String, Set<String>> accounts = new HashMap<>();
        accounts.put("default", Set.of());
        documents(policies).stream()
                .flatMap(document -> document.findValues("serviceAccount").stream())
                .forEach(account -> accounts.put(account.path("name").asText(), Set.of()));
        return new ServiceAccounts(Map.of("team-a", accounts));
    }

    private static boolean isKind(String kind, JsonNode document) {
        return document.path("kind").asText().equals(kind);
    }
}
