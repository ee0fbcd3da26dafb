package io.sparkusher.e2e.replay;

/**
 * One Spark application: a driver, and executors that belong to it.
 *
 * @param number what it differs by from every other application of the run
 */
record Application(ApplicationTemplate template, String namespace, int number) {
    static final int EXECUTORS = 5;

    /** Its pods, with the driver. */
    static final int PODS = 1 + EXECUTORS;

    /** An odd number, so that no two products are the same: its digits look as random as Spark's. */
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    /** The driver's pod as JSON. */
    String driver() {
        return common(template.driver());
    }

    /** An executor's pod as JSON, the first one's number being 1. */
    String executor(int executor, String driverUid) {
        return common(template.executor())
                .replace(ApplicationTemplate.EXECUTOR, String.valueOf(executor))
                .replace(ApplicationTemplate.DRIVER_UID, driverUid);
    }

    private String common(String pod) {
        return pod.replace(ApplicationTemplate.NAMESPACE, namespace)
                .replace(ApplicationTemplate.MARK, "%016x".formatted(number * SCATTER));
    }
}
