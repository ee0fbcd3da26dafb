package io.sparkusher.webhook.wake;

import io.fabric8.kubernetes.client.informers.ResourceEventHandler;

/**
 * Passes on that something changed in the cluster, and nothing of what changed.
 *
 * @param <T> the kind of object
 * @param changed run on a thread of the client; must return at once
 */
public record ChangeHandler<T>(Runnable changed) implements ResourceEventHandler<T> {
    @Override
    public void onAdd(T added) {
        changed.run();
    }

    @Override
    public void onUpdate(T before, T after) {
        changed.run();
    }

    @Override
    public void onDelete(T deleted, boolean stateIsUnknown) {
        changed.run();
    }
}
