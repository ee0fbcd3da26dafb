package io.sparkusher.load.client;

/** What became of one request. */
sealed interface Outcome {
    /**
     * An answer came.
     *
     * @param patched whether it has a patch in it
     */
    record Answered(int status, boolean patched) implements Outcome {}

    /**
     * None came, or none that was understood.
     *
     * @param cause in a few words, of which there are few different ones
     */
    record Failed(String cause) implements Outcome {}
}
