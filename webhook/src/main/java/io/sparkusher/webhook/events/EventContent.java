package io.sparkusher.webhook.events;

import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.sparkusher.policies.api.PolicyObject;
import io.sparkusher.policies.api.PolicyReference;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Events within the limits of Kubernetes' {@code ValidateEventCreate}. */
public final class EventContent {
    /** The limit of an event's note, in characters. */
    static final int MAX_NOTE = 1024;

    /** The limit of the name of who tells it, in characters. */
    static final int MAX_INSTANCE = 128;

    /** Where Kubernetes keeps the events of objects that are in no namespace. */
    private static final String NAMESPACE_OF_CLUSTER = "default";

    /** The name of an event is its object's and a number of 16 digits. */
    private static final int MAX_NAME = 253 - 17;

    /** The API server refuses what is finer than microseconds when the event is changed. */
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final EventSource source;
    private final InstantSource clock;

    public EventContent(EventSource source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /** An event to be created, by a name that no other event of its object from another microsecond has. */
    public Event of(PolicyEvent event) {
        PolicyReference object = event.object();
        return new EventBuilder()
                .withNewMetadata()
                .withNamespace(object.namespace().isEmpty() ? NAMESPACE_OF_CLUSTER : object.namespace())
                .withName(name(object))
                .endMetadata()
                .withEventTime(new MicroTime(time()))
                .withType(event.severity().name())
                .withReason(event.reason())
                .withNote(cut(event.note(), MAX_NOTE))
                .withAction(source.action())
                .withRegarding(regarding(event))
                .withReportingController(source.controller())
                .withReportingInstance(cut(source.instance(), MAX_INSTANCE))
                .build();
    }

    /** Now, as the API server keeps times of events. */
    String time() {
        return MICROS.format(clock.instant());
    }

    private String name(PolicyReference object) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        String name = object.name();
        return "%s.%016x".formatted(name.substring(0, Math.min(name.length(), MAX_NAME)), micros);
    }

    private static ObjectReference regarding(PolicyEvent event) {
        PolicyReference object = event.object();
        return new ObjectReferenceBuilder()
                .withApiVersion(PolicyObject.API_VERSION)
                .withKind(object.kind())
                .withNamespace(object.namespace().isEmpty() ? null : object.namespace())
                .withName(object.name())
                .withUid(event.uid())
                .build();
    }

    private static String cut(String text, int max) {
        return text.length() > max ? text.substring(0, max - 3) + "..." : text;
    }
}
