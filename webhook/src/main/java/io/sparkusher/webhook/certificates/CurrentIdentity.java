package io.sparkusher.webhook.certificates;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The newest identity, and who wants to know of the next. Safe for use by several threads. */
final class CurrentIdentity {
    private final List<Consumer<ServingIdentity>> listeners = new ArrayList<>();
    private ServingIdentity identity;

    CurrentIdentity(ServingIdentity first) {
        identity = first;
    }

    synchronized ServingIdentity get() {
        return identity;
    }

    /** Tells every listener before it returns, unless nothing has changed. */
    synchronized void set(ServingIdentity next) {
        if (!next.equals(identity)) {
            identity = next;
            listeners.forEach(listener -> listener.accept(next));
        }
    }

    synchronized void onChange(ServingIdentity known, Consumer<ServingIdentity> listener) {
        listeners.add(listener);
        if (!known.equals(identity)) {
            listener.accept(identity);
        }
    }
}
