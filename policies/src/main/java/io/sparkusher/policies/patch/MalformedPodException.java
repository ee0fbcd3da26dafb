package io.sparkusher.policies.patch;

/** The pod is not shaped as the API server shapes pods. */
public final class MalformedPodException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String sentence;

    MalformedPodException(String pointer, String expected) {
        this("The pod has something other than " + expected + " at " + pointer);
    }

    private MalformedPodException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** What is wrong with the pod. */
    public String sentence() {
        return sentence;
    }
}
