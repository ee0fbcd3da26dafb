package io.sparkusher.webhook.provision;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.sparkusher.webhook.wake.ChangeHandler;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts informers that never give up. */
final class InformerStart {
    private static final Logger LOGGER = LoggerFactory.getLogger(InformerStart.class);

    private InformerStart() {}

    /** Returns at once. */
    static <T extends HasMetadata> void of(SharedIndexInformer<T> informer, Runnable changed) {
        informer.addEventHandler(new ChangeHandler<>(changed));
        AtomicBoolean told = new AtomicBoolean();
        informer.exceptionHandler((started, exception) -> {
            if (!told.getAndSet(true)) {
                LOGGER.warn(
                        "Objects of type {} cannot be watched yet, which is tried again and again: see that Spark Usher's CustomResourceDefinitions are installed and that it may list and watch them",
                        informer.getApiTypeClass().getSimpleName(),
                        exception);
            }
            return true;
        });
        informer.start().whenComplete((started, exception) -> changed.run());
    }
}
