package io.sparkusher.e2e.manifests;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What one way to install Spark Usher comes to.
 *
 * @param name what the way is, as a person would say it
 */
record Variant(String name, List<ObjectNode> objects) {
    /** Of operators that a disposable cluster does not have. */
    private static final Set<String> FOREIGN_GROUPS = Set.of("cert-manager.io", "monitoring.coreos.com");

    /** What any API server knows, or learns of the same manifests. */
    List<ObjectNode> known() {
        return objects.stream().filter(object -> !isForeign(object)).toList();
    }

    /** What only another operator's API knows, as {@code Kind name}. */
    Set<String> foreign() {
        return objects.stream()
                .filter(Variant::isForeign)
                .map(object -> kind(object) + " " + object.at("/metadata/name").asText())
                .collect(Collectors.toSet());
    }

    List<ObjectNode> ofKinds(Set<String> kinds) {
        return objects.stream().filter(object -> kinds.contains(kind(object))).toList();
    }

    /** By what they are, whatever their order. */
    Map<String, ObjectNode> byIdentity() {
        return objects.stream()
                .collect(Collectors.toMap(Variant::identity, Function.identity(), Variant::onlyOne, TreeMap::new));
    }

    private static ObjectNode onlyOne(ObjectNode one, ObjectNode other) {
        throw new AssertionError("There is more than one " + identity(one));
    }

    private static String identity(ObjectNode object) {
        return object.path("apiVersion").asText() + " " + kind(object) + " "
                + object.at("/metadata/namespace").asText() + "/"
                + object.at("/metadata/name").asText();
    }

    private static boolean isForeign(ObjectNode object) {
        return FOREIGN_GROUPS.contains(object.path("apiVersion").asText().split("/", 2)[0]);
    }

    private static String kind(ObjectNode object) {
        return object.path("kind").asText();
    }

    @Override
    public String toString() {
        return name;
    }
}
