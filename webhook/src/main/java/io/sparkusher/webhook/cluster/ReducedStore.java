package io.sparkusher.webhook.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps of each object what reviews depend on, and tells when that changes. The informer gets back empty objects with
 * the metadata that it goes by: a cluster has tens of thousands of service accounts.
 *
 * @param <T> the kind of object
 * @param <R> what is kept of it, which must be immutable or be changed by nobody, and tell equality
 */
final class ReducedStore<T extends HasMetadata, R> implements ItemStore<T> {
    private final Map<String, Entry<T, R>> entries = new ConcurrentHashMap<>();
    private final Supplier<T> empty;
    private final Function<T, R> reduction;
    private final Runnable changed;

    private record Entry<T, R>(T shell, R kept) {}

    /**
     * An empty store.
     *
     * @param empty makes an object without content
     * @param changed is run after every change of what is kept, on a thread that it must not hold up
     */
    ReducedStore(Supplier<T> empty, Function<T, R> reduction, Runnable changed) {
        this.empty = empty;
        this.reduction = reduction;
        this.changed = changed;
    }

    /** Hands over the metadata and what is kept of every object. */
    void forEach(BiConsumer<ObjectMeta, R> consumer) {
        entries.values().forEach(entry -> consumer.accept(entry.shell().getMetadata(), entry.kept()));
    }

    @Override
    public String getKey(T item) {
        return Cache.metaNamespaceKeyFunc(item);
    }

    @Override
    public @Nullable T put(String key, T item) {
        R kept = reduction.apply(item);
        Entry<T, R> old = entries.put(key, new Entry<>(shell(item.getMetadata()), kept));
        if (old == null || !old.kept().equals(kept)) {
            changed.run();
        }
        return old == null ? null : old.shell();
    }

    private T shell(ObjectMeta metadata) {
        T shell = empty.get();
        shell.setMetadata(new ObjectMetaBuilder()
                .withNamespace(metadata.getNamespace())
                .withName(metadata.getName())
                .withResourceVersion(metadata.getResourceVersion())
                .build());
        return shell;
    }

    @Override
    public @Nullable T remove(String key) {
        Entry<T, R> old = entries.remove(key);
        if (old == null) {
            return null;
        }
        changed.run();
        return old.shell();
    }

    @Override
    public Stream<String> keySet() {
        return entries.keySet().stream();
    }

    @Override
    public Stream<T> values() {
        return entries.values().stream().map(Entry::shell);
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public @Nullable T get(String key) {
        Entry<T, R> entry = entries.get(key);
        return entry == null ? null : entry.shell();
    }

    /** What comes back is not what was put in. */
    @Override
    public boolean isFullState() {
        return false;
    }
}
