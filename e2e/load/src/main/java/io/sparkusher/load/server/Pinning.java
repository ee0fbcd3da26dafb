package io.sparkusher.load.server;

import java.util.List;

/**
 * On which cores processes run: what to begin their commands with.
 *
 * @param server one core, which no other process of the bench is on
 * @param free all cores
 */
public record Pinning(List<String> server, List<String> free) {
    /** The load is on core 0. */
    public static Pinning ofCores(int cores) {
        return new Pinning(List.of("taskset", "-c", "1"), List.of("taskset", "-c", "0-" + (cores - 1)));
    }

    /** The kernel decides. */
    public static Pinning none() {
        return new Pinning(List.of(), List.of());
    }

    public boolean isPinned() {
        return !server.isEmpty();
    }
}
