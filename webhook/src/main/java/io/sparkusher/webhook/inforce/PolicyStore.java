package io.sparkusher.webhook.inforce;

import io.sparkusher.policies.LoadResult.Loaded;
import io.sparkusher.policies.LoadResult.Refused;
import java.time.Instant;

/** Holds the policies in force. What takes their place replaces all of them at once. */
public final class PolicyStore {
    private volatile PolicyState state;

    /** With the policies to begin with. */
    public PolicyStore(Loaded first, Instant loadedAt) {
        state = new PolicyState(new PolicySnapshot(first.policies(), 1, loadedAt), first.warnings());
    }

    /** What the last load came to. */
    public PolicyState state() {
        return state;
    }

    /** What to make a whole review with. */
    public PolicySnapshot inForce() {
        return state.inForce();
    }

    /** Puts newly loaded policies into force. */
    public synchronized PolicyState replace(Loaded loaded, Instant loadedAt) {
        long generation = inForce().generation() + 1;
        state = new PolicyState(new PolicySnapshot(loaded.policies(), generation, loadedAt), loaded.warnings());
        return state;
    }

    /** Leaves the policies in force, and remembers why they were not replaced. */
    public synchronized PolicyState keep(Refused refused) {
        state = new PolicyState(inForce(), refused.problems());
        return state;
    }
}
