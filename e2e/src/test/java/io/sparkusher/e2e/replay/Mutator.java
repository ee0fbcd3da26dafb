package io.sparkusher.e2e.replay;

import java.util.Locale;

/** Who changes a pod on its way into the store; a label of the pod's namespace says it. */
enum Mutator {
    USHER("Spark Usher"),
    FLOOR("a fixed patch"),
    NONE("nobody"),
    POLICY("MutatingAdmissionPolicy");

    /** On every namespace of these tests. */
    static final String LABEL = "spark-usher-e2e/mutator";

    private final String title;

    Mutator(String title) {
        this.title = title;
    }

    /** As a table says it. */
    String title() {
        return title;
    }

    /** The value of the label. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean changesPods() {
        return this != NONE;
    }
}
