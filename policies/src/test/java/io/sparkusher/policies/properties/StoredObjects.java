package io.sparkusher.policies.properties;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.catalog.ClusterObjects;
import io.sparkusher.policies.catalog.Verdict;
import io.sparkusher.policies.golden.Documents;
import io.sparkusher.policies.pod.ServiceAccounts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What an API server stores of our kinds, with the generations and uids that it gives. */
public final class StoredObjects {
    public static final ServiceAccounts ACCOUNTS = new ServiceAccounts(Map.of("team-a", Map.of("default", Set.of())));

    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
    private int made;

    /** Creates or edits an object; what it says beside its specification replaces what was there. */
    public ObjectNode apply(String yaml) {
        return apply(Documents.parseYaml(yaml));
    }

    public ObjectNode apply(ObjectNode object) {
        ObjectNode stored = object.deepCopy();
        String path = path(stored);
        ObjectNode before = objects.get(path);
        ObjectNode metadata = stored.withObject("/metadata");
        if (before == null) {
            made++;
            metadata.put("uid", "uid-" + made).put("generation", 1);
        } else {
            JsonNode known = before.path("metadata");
            boolean edited = !before.path("spec").equals(stored.path("spec"));
            metadata.set("uid", known.path("uid"));
            metadata.put("generation", known.path("generation").asLong() + (edited ? 1 : 0));
            if (!stored.has("status") && before.has("status")) {
                stored.set("status", before.get("status"));
            }
        }
        objects.put(path, stored);
        return stored;
    }

    /** Writes the status as the status writer would. */
    public void keep(String path, Verdict.InForce inForce) {
        ObjectNode stored = Objects.requireNonNull(objects.get(path), path).deepCopy();
        stored.withObject("/status/inForce")
                .put("generation", inForce.generation())
                .set("spec", inForce.spec());
        objects.put(path, stored);
    }

    public void delete(String path) {
        objects.remove(path);
    }

    public Collection<ObjectNode> all() {
        return objects.values();
    }

    public ClusterObjects cluster() {
        return new ClusterObjects(all(), Map.of("team-a", Map.of()), ACCOUNTS);
    }

    public static String path(ObjectNode object) {
        JsonNode metadata = object.path("metadata");
        String namespace = metadata.path("namespace").asText();
        return object.path("kind").asText() + "/" + (namespace.isEmpty() ? "" : namespace + "/")
                + metadata.path("name").asText();
    }
}
