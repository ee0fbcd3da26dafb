package io.sparkusher.policies.injection;

/** A policy cannot be applied to a pod. */
public final class CannotApplyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String sentence;

    public CannotApplyException(String sentence) {
        super(sentence, null, false, false);
        this.sentence = sentence;
    }

    /** Why, and what to do. */
    public String sentence() {
        return sentence;
    }
}
