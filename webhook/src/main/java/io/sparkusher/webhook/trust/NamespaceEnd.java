package io.sparkusher.webhook.trust;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes our webhook configurations away as soon as our namespace is to be deleted. It owns them, but what it owns goes
 * only when all that is in it has gone: for as long, nobody would be left who answers, and every Spark pod be refused.
 */
public final class NamespaceEnd implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(NamespaceEnd.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final WebhookConfigurations configurations;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final SharedIndexInformer<Namespace> informer;

    private NamespaceEnd(KubernetesClient client, OwnerNamespace owner, WebhookConfigurations configurations) {
        this.configurations = configurations;
        informer = client.namespaces().withName(owner.name()).runnableInformer(0);
        informer.exceptionHandler((started, exception) -> true);
        informer.addEventHandler(new Handler(this));
    }

    /** Begins to watch. Does not wait for the API server. */
    public static NamespaceEnd watch(
            KubernetesClient client, OwnerNamespace owner, WebhookConfigurations configurations) {
        NamespaceEnd end = new NamespaceEnd(client, owner, configurations);
        end.informer.start();
        return end;
    }

    /** Whether the namespace is being deleted, and all of Spark Usher with it. */
    public boolean hasBegun() {
        return begun.get();
    }

    private void look(Namespace namespace) {
        if (namespace.getMetadata().getDeletionTimestamp() != null && begun.compareAndSet(false, true)) {
            LOGGER.info(
                    "The namespace {} is being deleted: removing the webhook configurations, so that pods are created"
                            + " without Spark Usher from now on",
                    namespace.getMetadata().getName());
            Thread removal = new Thread(this::remove, "namespace-end");
            removal.setDaemon(true);
            removal.start();
        }
    }

    private void remove() {
        Duration pause = FIRST_PAUSE;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                configurations.delete();
                return;
            } catch (KubernetesClientException exception) {
                LOGGER.warn("The webhook configurations cannot be removed: it is tried again", exception);
                if (isHopeless(exception)) {
                    return;
                }
            }
            pause = sleep(pause);
        }
    }

    /** The account that asks, or its rights, may have gone with the namespace: garbage collection does it then. */
    private static boolean isHopeless(KubernetesClientException exception) {
        return exception.getCode() == HttpURLConnection.HTTP_UNAUTHORIZED
                || exception.getCode() == HttpURLConnection.HTTP_FORBIDDEN;
    }

    private static Duration sleep(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    @Override
    public void close() {
        informer.stop();
    }

    private record Handler(NamespaceEnd end) implements ResourceEventHandler<Namespace> {
        @Override
        public void onAdd(Namespace namespace) {
            end.look(namespace);
        }

        @Override
        public void onUpdate(Namespace before, Namespace after) {
            end.look(after);
        }

        @Override
        public void onDelete(Namespace namespace, boolean stateIsUnknown) {
            // Garbage collection removes what it owned.
        }
    }
}
