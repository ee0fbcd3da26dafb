package io.sparkusher.webhook.events;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The events that were told lately, so that one that comes again is counted. Not safe for several threads. */
final class EventHistory {
    /** As many as are remembered; of more, the oldest are told anew. */
    static final int MAX = 256;

    private final long aggregation;
    private final LongSupplier nanoTime;
    private final Map<Key, Told> told = new LinkedHashMap<>();

    /** What makes two events one: whichever generation of the object they are of, they say the same. */
    private record Key(String object, String uid, String reason, String note) {
        static Key of(PolicyEvent event) {
            return new Key(event.object().path(), event.uid(), event.reason(), event.note());
        }
    }

    /**
     * An event in the cluster.
     *
     * @param count how often it came, with this time
     */
    record Told(String namespace, String name, int count, long at) {}

    EventHistory(Duration aggregation, LongSupplier nanoTime) {
        this.aggregation = aggregation.toNanos();
        this.nanoTime = nanoTime;
    }

    /** The event as it now has to be counted; null if it has to be told anew. */
    @Nullable
    Told again(PolicyEvent event) {
        Told last = told.remove(Key.of(event));
        long now = nanoTime.getAsLong();
        if (last == null || now - last.at() > aggregation) {
            return null;
        }
        Told counted = new Told(last.namespace(), last.name(), last.count() + 1, now);
        told.put(Key.of(event), counted);
        return counted;
    }

    /** Remembers one that has been told for the first time. */
    void told(PolicyEvent event, String namespace, String name) {
        told.put(Key.of(event), new Told(namespace, name, 1, nanoTime.getAsLong()));
        if (told.size() > MAX) {
            told.remove(told.keySet().iterator().next());
        }
    }

    /** Forgets one that is no longer in the cluster. */
    void forget(PolicyEvent event) {
        told.remove(Key.of(event));
    }
}
