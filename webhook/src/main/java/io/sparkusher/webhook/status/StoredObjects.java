package io.sparkusher.webhook.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.ReducedStateItemStore;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.webhook.cluster.PolicyKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The status of every object as it is stored, watched while this replica leads; specs are not kept. */
final class StoredObjects implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, StoredObject> objects = new ConcurrentHashMap<>();
    private final List<SharedIndexInformer<GenericKubernetesResource>> informers;
    private final Runnable changed;

    private StoredObjects(KubernetesClient client, Runnable changed) {
        this.changed = changed;
        informers = Stream.of(PolicyKind.values())
                .map(kind -> informer(client, kind))
                .toList();
    }

    /** @param changed run whenever an object came, changed or went; must return at once */
    static StoredObjects watch(KubernetesClient client, Runnable changed) {
        StoredObjects stored = new StoredObjects(client, changed);
        stored.informers.forEach(informer -> informer.start());
        return stored;
    }

    private SharedIndexInformer<GenericKubernetesResource> informer(KubernetesClient client, PolicyKind kind) {
        SharedIndexInformer<GenericKubernetesResource> informer =
                kind.objects(client).runnableInformer(0);
        informer.itemStore(new ReducedStateItemStore<>(
                ReducedStateItemStore.UID_KEY_STATE,
                GenericKubernetesResource.class,
                client.getKubernetesSerialization(),
                "metadata.namespace",
                "metadata.name"));
        // A watch that could not begin, as the kinds are not installed yet, is tried again.
        informer.exceptionHandler((started, exception) -> true);
        informer.addEventHandler(new Changes(kind.name()));
        return informer;
    }

    Collection<StoredObject> all() {
        return List.copyOf(objects.values());
    }

    /** Takes note of what a write of our own made of an object, unless something newer is known. */
    void written(StoredObject before, GenericKubernetesResource after) {
        objects.replace(before.reference().path(), before, of(before.reference().kind(), after));
    }

    private static StoredObject of(String kind, GenericKubernetesResource resource) {
        ObjectMeta metadata = resource.getMetadata();
        Object status = resource.getAdditionalProperties().get("status");
        return new StoredObject(
                reference(kind, metadata),
                Objects.requireNonNullElse(metadata.getUid(), ""),
                Objects.requireNonNullElse(metadata.getResourceVersion(), ""),
                MAPPER.valueToTree(Objects.requireNonNullElse(status, Map.of())));
    }

    private static PolicyReference reference(String kind, ObjectMeta metadata) {
        @Nullable Long generation = metadata.getGeneration();
        return new PolicyReference(
                kind,
                Objects.requireNonNullElse(metadata.getNamespace(), ""),
                metadata.getName(),
                generation == null ? OptionalLong.empty() : OptionalLong.of(generation));
    }

    @Override
    public void close() {
        informers.forEach(SharedIndexInformer::close);
    }

    private final class Changes implements ResourceEventHandler<GenericKubernetesResource> {
        private final String kind;

        Changes(String kind) {
            this.kind = kind;
        }

        @Override
        public void onAdd(GenericKubernetesResource resource) {
            put(resource);
        }

        @Override
        public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource resource) {
            put(resource);
        }

        private void put(GenericKubernetesResource resource) {
            StoredObject stored = of(kind, resource);
            objects.put(stored.reference().path(), stored);
            changed.run();
        }

        @Override
        public void onDelete(GenericKubernetesResource resource, boolean unknownState) {
            objects.remove(reference(kind, resource.getMetadata()).path());
            changed.run();
        }
    }
}
