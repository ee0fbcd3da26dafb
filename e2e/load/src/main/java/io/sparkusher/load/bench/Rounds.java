package io.sparkusher.load.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Measurements of several things in alternation: A B A B. Whatever else the machine does meets all of them alike, and
 * ratios are formed within a round.
 */
final class Rounds<K> {
    /** Measures one of the things. */
    interface Measured<K> {
        Measurement measure(K thing) throws IOException, InterruptedException;
    }

    private final List<Map<K, Measurement>> rounds;

    private Rounds(List<Map<K, Measurement>> rounds) {
        this.rounds = rounds;
    }

    static <K> Rounds<K> of(List<K> things, int count, Measured<K> measured) throws IOException, InterruptedException {
        List<Map<K, Measurement>> rounds = new ArrayList<>();
        for (int round = 0; round < count; round++) {
            Map<K, Measurement> measurements = new LinkedHashMap<>();
            for (K thing : things) {
                measurements.put(thing, measured.measure(thing));
            }
            rounds.add(measurements);
        }
        return new Rounds<>(rounds);
    }

    /** The median of a figure. */
    double median(K thing, ToDoubleFunction<Measurement> figure) {
        return Medians.of(rounds.stream()
                .mapToDouble(round -> figure.applyAsDouble(Objects.requireNonNull(round.get(thing))))
                .toArray());
    }

    /** The median of what a figure is as a multiple of the other thing's in the same round. */
    double ratio(K thing, K other, ToDoubleFunction<Measurement> figure) {
        return Medians.of(ratios(thing, other, figure));
    }

    /** The same, round by round. */
    double[] ratios(K thing, K other, ToDoubleFunction<Measurement> figure) {
        return rounds.stream()
                .mapToDouble(round -> figure.applyAsDouble(Objects.requireNonNull(round.get(thing)))
                        / figure.applyAsDouble(Objects.requireNonNull(round.get(other))))
                .toArray();
    }
}
