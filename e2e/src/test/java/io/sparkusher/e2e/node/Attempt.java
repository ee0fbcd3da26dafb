package io.sparkusher.e2e.node;

import java.time.Duration;
import java.time.Instant;

/**
 * One request to create a Spark pod.
 *
 * @param pod the number of the pod in its run
 * @param sent when the request was sent
 * @param took how long it was until the answer
 */
record Attempt(int pod, Instant sent, Duration took, Outcome outcome) {
    boolean failed() {
        return outcome instanceof Outcome.Failed;
    }
}
