package io.sparkusher.webhook.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReducedStoreTest {
    private final AtomicInteger changes = new AtomicInteger();
    private final ReducedStore<Namespace, Map<String, String>> store = new ReducedStore<>(
            Namespace::new, namespace -> namespace.getMetadata().getLabels(), changes::incrementAndGet);

    @Test
    void keepsWhatCountsAndTheMetadataThatTheInformerGoesBy() {
        assertNull(store.put("a", namespace("1", "blue")));

        assertEquals(Map.of("a", Map.of("color", "blue")), kept());
        Namespace shell = Objects.requireNonNull(store.get("a"));
        assertEquals("1", shell.getMetadata().getResourceVersion());
        assertEquals(Map.of(), shell.getMetadata().getLabels());
    }

    @Test
    void tellsOfChangesOfWhatIsKeptAlone() {
        store.put("a", namespace("1", "blue"));
        assertEquals(1, changes.get());

        Namespace before = Objects.requireNonNull(store.put("a", namespace("2", "blue")));
        assertEquals("1", before.getMetadata().getResourceVersion());
        assertEquals(1, changes.get());

        store.put("a", namespace("3", "green"));
        assertEquals(2, changes.get());

        store.remove("a");
        assertEquals(3, changes.get());
        assertNull(store.remove("a"));
        assertEquals(3, changes.get());
        assertEquals(Map.of(), kept());
    }

    private Map<String, Map<String, String>> kept() {
        Map<String, Map<String, String>> kept = new HashMap<>();
        store.forEach((metadata, labels) -> kept.put(metadata.getName(), labels));
        return kept;
    }

    private static Namespace namespace(String version, String color) {
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName("a")
                .withResourceVersion(version)
                .addToLabels("color", color)
                .endMetadata()
                .build();
    }
}
