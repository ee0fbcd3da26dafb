package io.sparkusher.policies.catalog;

import io.sparkusher.policies.api.SparkNodePool;
import java.util.List;
import java.util.Optional;

/** One node pool: its newest version, and the one to go by. */
final class PoolHistory implements History {
    private final ObjectHistory object;
    private Optional<ReadVersion> chosen = Optional.empty();
    private Optional<PoolInForce> inForce = Optional.empty();

    PoolHistory(ObjectHistory object) {
        this.object = object;
    }

    @Override
    public ObjectHistory object() {
        return object;
    }

    /** Goes by the newest version where it can be used, else by the newer one of those that could. */
    void settle() {
        Optional<ReadVersion> choice = Optional.of(object.newest())
                .filter(version -> version.usable().isPresent())
                .or(() -> object.keptInstead(chosen))
                .or(() -> chosen);
        if (!choice.equals(chosen)) {
            chosen = choice;
            inForce = choice.map(
                    version -> PoolInForce.of((SparkNodePool) version.usable().orElseThrow(), version, object.uid()));
        }
    }

    /** What policies that name it are compiled with; empty where it was never usable. */
    Optional<PoolInForce> inForce() {
        return inForce;
    }

    Verdict verdict() {
        return new Verdict(
                object.reference(),
                object.newest().usable().isPresent() ? Acceptance.Accepted : Acceptance.Invalid,
                object.problems(),
                chosen.map(version -> new Verdict.InForce(version.generation(), version.spec())),
                List.of());
    }
}
