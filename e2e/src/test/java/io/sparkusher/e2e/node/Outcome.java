package io.sparkusher.e2e.node;

/** What became of one request to create a Spark pod. */
sealed interface Outcome {
    /** The API server took it, with what the policy adds. */
    record Injected() implements Outcome {}

    /** The API server took it, without. */
    record NotInjected() implements Outcome {}

    /**
     * The API server did not take it, or did not answer.
     *
     * @param why in its words, or the client's
     */
    record Failed(String why) implements Outcome {}
}
