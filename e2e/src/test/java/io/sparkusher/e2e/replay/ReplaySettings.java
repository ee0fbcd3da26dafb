package io.sparkusher.e2e.replay;

/**
 * How much the build wants to be measured.
 *
 * @param drivers to create with each mutator, in all rounds together
 * @param nodes for the pods
 * @param rounds how often the mutators take turns then
 * @param creationSeconds how long the latency of creation is measured with each mutator in each round
 * @param creationRounds how often they take turns then
 */
record ReplaySettings(int drivers, int nodes, int rounds, int creationSeconds, int creationRounds) {
    static ReplaySettings ofTheBuild() {
        return new ReplaySettings(
                number("e2e.replay.drivers"),
                number("e2e.replay.nodes"),
                number("e2e.replay.rounds"),
                number("e2e.creation.seconds"),
                number("e2e.creation.rounds"));
    }

    private static int number(String property) {
        Integer number = Integer.getInteger(property);
        if (number == null || number < 1) {
            throw new IllegalStateException("The system property " + property + " is no number from 1");
        }
        return number;
    }

    int driversOfARound() {
        return Math.max(1, drivers / rounds);
    }
}
