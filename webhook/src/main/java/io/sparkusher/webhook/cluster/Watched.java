package io.sparkusher.webhook.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.concurrent.CompletionStage;

/**
 * One resource of the cluster, listed and then watched. What goes wrong is tried again for ever.
 *
 * @param <T> the kind of object
 * @param <R> what is kept of each
 */
final class Watched<T extends HasMetadata, R> implements AutoCloseable {
    private final String resource;
    private final ReducedStore<T, R> store;
    private final SharedIndexInformer<T> informer;
    private final Contact contact;

    /**
     * Not yet started.
     *
     * @param resource its plural and group
     * @param page how many are listed at a time. A list with a limit is never served from a stale cache of the API
     *     server, as others may be
     */
    Watched(String resource, Informable<T> objects, long page, ReducedStore<T, R> store, WatchTrouble trouble) {
        this.resource = resource;
        this.store = store;
        informer = objects.withLimit(page)
                .runnableInformer(0)
                .removeNamespaceIndex()
                .itemStore(store)
                .exceptionHandler((started, failure) -> {
                    trouble.met(resource, failure);
                    return true;
                });
        contact = new Contact(informer::isWatching, informer::lastSyncResourceVersion);
    }

    /** Completes after the first list. */
    CompletionStage<Void> start() {
        return informer.start();
    }

    String resource() {
        return resource;
    }

    ReducedStore<T, R> store() {
        return store;
    }

    Contact contact() {
        return contact;
    }

    @Override
    public void close() {
        informer.stop();
    }
}
