package io.sparkusher.webhook.provision;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;

/**
 * Knows since when no policy asks for what is ours. A review that began with the policy as it was gives its pod the
 * account, and the pod is there a moment later: an account is asked after only when that moment is over.
 */
final class Retention {
    private final Duration shortest;
    private final Map<AccountKey, Instant> releasedAt = new HashMap<>();

    /** @param shortest how long an account stays that no policy asks for */
    Retention(Duration shortest) {
        this.shortest = shortest;
    }

    /**
     * Why each of the released accounts has to stay; those that may go are not in it.
     *
     * @param use whether pods use an account, asked for those alone that have been released for long enough
     */
    Map<AccountKey, Hold> holds(SortedSet<AccountKey> released, Instant now, Function<AccountKey, Optional<Hold>> use) {
        releasedAt.keySet().retainAll(released);
        Map<AccountKey, Hold> holds = new HashMap<>();
        for (AccountKey key : released) {
            Instant since = releasedAt.computeIfAbsent(key, first -> now);
            Optional<Hold> hold = now.isBefore(since.plus(shortest)) ? Optional.of(Hold.JustReleased) : use.apply(key);
            hold.ifPresent(reason -> holds.put(key, reason));
        }
        return holds;
    }
}
