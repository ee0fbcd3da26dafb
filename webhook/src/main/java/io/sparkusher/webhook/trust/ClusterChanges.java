package io.sparkusher.webhook.trust;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.sparkusher.webhook.wake.ChangeHandler;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells that objects in the cluster may have changed. A watch that breaks is taken up again until {@link #close()}. */
public final class ClusterChanges implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(ClusterChanges.class);

    private final Runnable changed;
    private final List<SharedIndexInformer<?>> informers = new ArrayList<>();

    /** @param changed called from threads of the client, and to return at once */
    public ClusterChanges(Runnable changed) {
        this.changed = changed;
    }

    /** Begins to watch our webhook configurations. */
    public void watch(WebhookConfigurations configurations) {
        configurations.resources().forEach(this::watch);
    }

    /** Begins to watch one object, which need not exist. Does not wait for the API server. */
    public <T extends HasMetadata> void watch(Resource<T> resource) {
        SharedIndexInformer<T> informer = resource.runnableInformer(0);
        informer.exceptionHandler((started, exception) -> {
            LOGGER.debug("A watch has to be taken up again", exception);
            return true;
        });
        informer.addEventHandler(new ChangeHandler<>(changed));
        informers.add(informer);
        informer.start();
    }

    @Override
    public void close() {
        informers.forEach(SharedIndexInformer::stop);
    }
}
