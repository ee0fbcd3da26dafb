package io.sparkusher.webhook.conflicts;

import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.webhook.review.ConflictListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers the conflicts that this replica's reviews met, each for a while after the last pod that met it. */
public final class MetConflicts implements ConflictListener {
    /** As many as an annotation can carry, with the longest names. */
    static final int MAX = 64;

    private final Duration memory;
    private final InstantSource clock;
    private final Map<Meeting, Instant> lastMet = new ConcurrentHashMap<>();
    private volatile Runnable listener = () -> {};

    /** @param memory for how long a conflict is remembered that no further pod meets */
    public MetConflicts(Duration memory, InstantSource clock) {
        this.memory = memory;
        this.clock = clock;
    }

    /** Has the listener run when one is met that was not remembered; it must return at once. */
    public void onNew(Runnable newListener) {
        listener = newListener;
    }

    @Override
    public void conflicted(PolicyReference policy, PolicyReference rival) {
        Instant before = lastMet.put(Meeting.of(policy, rival), clock.instant());
        if (before == null) {
            forgetOldest();
            listener.run();
        }
    }

    private void forgetOldest() {
        while (lastMet.size() > MAX) {
            lastMet.entrySet().stream()
                    .min(Comparator.comparing(Map.Entry::getValue))
                    .ifPresent(oldest -> lastMet.remove(oldest.getKey(), oldest.getValue()));
        }
    }

    /** Those that pods met lately. */
    public Set<Meeting> remembered() {
        Instant oldest = clock.instant().minus(memory);
        lastMet.values().removeIf(met -> met.isBefore(oldest));
        return Set.copyOf(lastMet.keySet());
    }
}
