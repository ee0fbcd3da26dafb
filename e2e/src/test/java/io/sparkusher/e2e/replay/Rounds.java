package io.sparkusher.e2e.replay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** In which order mutators take turns: whoever was first in a round is last in the next, as machines get tired. */
record Rounds(List<Mutator> mutators, int count) {
    List<List<Mutator>> inOrder() {
        List<List<Mutator>> rounds = new ArrayList<>();
        for (int round = 0; round < count; round++) {
            List<Mutator> order = new ArrayList<>(mutators);
            Collections.rotate(order, -round);
            rounds.add(order);
        }
        return rounds;
    }
}
