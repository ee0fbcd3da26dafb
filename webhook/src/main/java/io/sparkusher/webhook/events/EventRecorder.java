package io.sparkusher.webhook.events;

import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventSeries;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.sparkusher.webhook.events.EventHistory.Told;
import java.net.HttpURLConnection;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the cluster of events, as far as there is room for them; one that comes again is counted in the event that is
 * there. An event that cannot be told is lost: the status of its object says the same.
 */
public final class EventRecorder {
    private static final Logger LOGGER = LoggerFactory.getLogger(EventRecorder.class);

    private final KubernetesClient client;
    private final EventContent content;
    private final EventBudget budget;
    private final EventHistory history;

    /**
     * A recorder that has told nothing yet.
     *
     * @param nanoTime as {@link System#nanoTime()}
     */
    public EventRecorder(
            KubernetesClient client,
            EventSource source,
            EventSettings settings,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.client = client;
        content = new EventContent(source, clock);
        budget = new EventBudget(settings.burst(), settings.perSecond(), nanoTime);
        history = new EventHistory(settings.aggregation(), nanoTime);
    }

    /** Never throws. One at a time, so that the same event is not told twice. */
    public synchronized void record(PolicyEvent event) {
        if (!budget.take()) {
            LOGGER.info("Too many events at once, so this one is only told here: {}: {}", event.object(), event.note());
            return;
        }
        try {
            Told again = history.again(event);
            if (again == null || !count(event, again)) {
                tell(event);
            }
        } catch (KubernetesClientException exception) {
            LOGGER.warn(
                    "The event {} of {} could not be told: {}", event.reason(), event.object(), exception.getMessage());
        }
    }

    private void tell(PolicyEvent event) {
        Event created = client.resource(content.of(event)).create();
        history.told(
                event,
                created.getMetadata().getNamespace(),
                created.getMetadata().getName());
    }

    /** Whether the event was still there: the cluster keeps them for an hour, or as its admin said. */
    private boolean count(PolicyEvent event, Told again) {
        Event change = new Event();
        change.setApiVersion(null);
        change.setKind(null);
        change.setSeries(new EventSeries(again.count(), new MicroTime(content.time())));
        try {
            client.events()
                    .v1()
                    .events()
                    .inNamespace(again.namespace())
                    .withName(again.name())
                    .patch(
                            PatchContext.of(PatchType.JSON_MERGE),
                            client.getKubernetesSerialization().asJson(change));
            return true;
        } catch (KubernetesClientException exception) {
            if (exception.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
                throw exception;
            }
            history.forget(event);
            return false;
        }
    }
}
