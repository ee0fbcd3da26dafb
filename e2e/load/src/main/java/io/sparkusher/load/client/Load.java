package io.sparkusher.load.client;

/** When requests start. */
public sealed interface Load {
    /**
     * On each connection the next one starts when the last one is answered.
     *
     * @param connections how many there are, and are kept
     */
    record Closed(int connections) implements Load {}

    /**
     * They start on schedule, whatever the server does. One that finds no connection free waits, and its time counts
     * from when it was due: a stall is felt by all that it kept waiting.
     *
     * @param connections how many there are, and are kept
     */
    record Open(int connections, double perSecond) implements Load {}

    /** They start on schedule, each on a connection of its own, whose making counts. */
    record Fresh(double perSecond) implements Load {}
}
