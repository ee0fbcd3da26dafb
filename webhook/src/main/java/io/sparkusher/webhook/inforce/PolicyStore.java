package io.sparkusher.webhook.inforce;

import io.sparkusher.policies.LoadResult.Loaded;
import io.sparkusher.policies.LoadResult.Refused;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.source.Problem;
import java.time.Instant;
import java.util.List;

/** Holds the policies in force. What takes their place replaces all of them at once. */
public final class PolicyStore {
    private volatile PolicyState state;

    private PolicyStore(PolicyState state) {
        this.state = state;
    }

    /** With the policies to begin with. */
    public PolicyStore(Loaded first, Instant loadedAt) {
        this(new PolicyState(new PolicySnapshot(first.policies(), 1, loadedAt), first.warnings(), 0));
    }

    /**
     * Without policies, until some are {@linkplain #replace put into force}.
     *
     * @param nothing knows no namespace, so that nothing is reviewed as if there were no policies
     */
    public static PolicyStore awaiting(PolicySet nothing, Instant now) {
        return new PolicyStore(new PolicyState(new PolicySnapshot(nothing, 0, now), List.of(), 0));
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
    public PolicyState replace(Loaded loaded, Instant loadedAt) {
        return replace(loaded.policies(), loaded.warnings(), 0, loadedAt);
    }

    /**
     * Puts policies into force.
     *
     * @param problems what their authors should know
     * @param errors how many things are not in force as they are now
     */
    public synchronized PolicyState replace(PolicySet policies, List<Problem> problems, long errors, Instant loadedAt) {
        long generation = inForce().generation() + 1;
        state = new PolicyState(new PolicySnapshot(policies, generation, loadedAt), problems, errors);
        return state;
    }

    /** Has reviews know more of the cluster, by the same policies: neither their generation nor their problems change. */
    public synchronized void refresh(PolicySet samePolicies) {
        PolicySnapshot before = inForce();
        state = new PolicyState(
                new PolicySnapshot(samePolicies, before.generation(), before.loadedAt()),
                state.problems(),
                state.errors());
    }

    /** Leaves the policies in force, and remembers why they were not replaced. */
    public PolicyState keep(Refused refused) {
        return keep(refused.problems());
    }

    /** Leaves the policies in force, or the want of any, and remembers why. */
    public synchronized PolicyState keep(List<Problem> problems) {
        state = new PolicyState(inForce(), problems, PolicyState.errorsAmong(problems));
        return state;
    }
}
