package io.sparkusher.webhook.health;

import io.sparkusher.policies.source.Problem;
import io.sparkusher.webhook.inforce.PolicySnapshot;
import io.sparkusher.webhook.inforce.PolicyState;
import io.sparkusher.webhook.inforce.PolicyStore;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the API server should send reviews here. */
public final class Readiness {
    private final PolicyStore policies;
    private final List<Supplier<Check>> further;
    private volatile boolean warm;
    private volatile boolean draining;

    /**
     * Not ready before {@link #warmedUp()}.
     *
     * @param further conditions, asked each time; must not block
     */
    public Readiness(PolicyStore policies, List<Supplier<Check>> further) {
        this.policies = policies;
        this.further = List.copyOf(further);
    }

    /** From now on reviews are as fast as they will be. */
    public void warmedUp() {
        warm = true;
    }

    /** There is no way back. */
    public void drain() {
        draining = true;
    }

    /** Whether {@link #drain()} has been called. */
    public boolean isDraining() {
        return draining;
    }

    /** Whether every condition is met. */
    public boolean isReady() {
        return checks().stream().allMatch(Check::passed);
    }

    /** Every condition, whether it is met or not, a line each; then the problems of policies that are not in force. */
    public String report() {
        Stream<String> lines =
                Stream.concat(checks().stream(), problems().stream()).map(Object::toString);
        return Stream.concat(lines, Stream.of(isReady() ? "ready" : "not ready"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private List<Check> checks() {
        Stream<Check> own = Stream.of(
                policiesCheck(policies.state()),
                new Check("warm-up", warm, warm ? "done" : "under way"),
                new Check("drain", !draining, draining ? "shutting down" : "not asked for"));
        return Stream.concat(own, further.stream().map(Supplier::get)).toList();
    }

    private List<Problem> problems() {
        return policies.state().problems();
    }

    // Once there are policies, nothing takes them away: bad ones never replace them, nor does a cluster that is gone.
    private static Check policiesCheck(PolicyState state) {
        boolean loaded = state.inForce().isLoaded();
        return new Check("policies", loaded, loaded ? describe(state) : "not yet read from the cluster");
    }

    private static String describe(PolicyState state) {
        PolicySnapshot inForce = state.inForce();
        String present =
                "%d in force, of generation %d".formatted(inForce.policies().size(), inForce.generation());
        return state.errors() == 0
                ? present
                : present + "; errors that keep newer ones out: %d".formatted(state.errors());
    }
}
