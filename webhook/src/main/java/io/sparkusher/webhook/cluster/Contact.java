package io.sparkusher.webhook.cluster;

import java.time.Instant;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * When a watch last heard from the API server. It hears of changes, and about once a minute how far it has been told
 * of everything (a bookmark); both move its resource version. That a connection is open says nothing: the other end
 * may be long gone.
 */
final class Contact {
    private final BooleanSupplier watching;
    private final Supplier<@Nullable String> resourceVersion;
    private @Nullable String version;
    private boolean connected;
    private volatile Instant last = Instant.EPOCH;

    Contact(BooleanSupplier watching, Supplier<@Nullable String> resourceVersion) {
        this.watching = watching;
        this.resourceVersion = resourceVersion;
    }

    /** Looks at the watch. To be called every second or so, by one thread. */
    void look(Instant now) {
        String newest = resourceVersion.get();
        boolean connectedNow = watching.getAsBoolean();
        boolean heard = !Objects.equals(newest, version) || (connectedNow && !connected);
        if (heard) {
            last = now;
        }
        version = newest;
        connected = connectedNow;
    }

    /** Whether there was a connection at the last look. */
    boolean isConnected() {
        return connected;
    }

    /** Since when nothing was heard; the epoch where nothing ever was. */
    Instant last() {
        return last;
    }
}
