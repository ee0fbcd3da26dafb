package io.sparkusher.policies.injection;

import java.util.List;

/** The options that a pod gives to its JVM through variables that nobody else in the container reads. */
interface JvmOptions {
    /** Those of a pod of its role. */
    static JvmOptions of(PodContext pod) {
        return switch (pod.role()) {
            case Driver -> SubmitOptions.of(pod);
            case Executor -> ExecutorOptions.of(pod);
        };
    }

    /**
     * The options as the JVM will get them.
     *
     * @throws CannotApplyException where they are not known
     */
    List<String> options();

    /** Adds an option behind those that are there. */
    void append(String option);

    /** How reasons name the variable in which the option stands. */
    String fieldOf(String option);
}
