package io.sparkusher.e2e.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.stream.Stream;

/**
 * A job whose driver has ended.
 *
 * @param driver as it is now
 * @param log what the driver wrote
 */
record FinishedJob(SparkJob job, Pod driver, String log) {
    static String log(TeamNamespace team, Pod driver) {
        return team.client()
                .pods()
                .inNamespace(team.name())
                .withName(driver.getMetadata().getName())
                .inContainer(sparkContainer(driver))
                .getLog();
    }

    // Injected containers come after it, and a user's own may come before.
    private static String sparkContainer(Pod driver) {
        return driver.getSpec().getContainers().stream()
                .filter(container -> container.getEnv().stream()
                        .anyMatch(variable -> "SPARK_APPLICATION_ID".equals(variable.getName())))
                .findFirst()
                .orElse(driver.getSpec().getContainers().get(0))
                .getName();
    }

    /** Every executor pod that it ever had. */
    List<Pod> executors() {
        return job.team().pods().executors(job.application());
    }

    /** Driver and executors. */
    Stream<Pod> pods() {
        return Stream.concat(Stream.of(driver), executors().stream());
    }

    /** The job summed the numbers from 1 to this one, and got it right. */
    void assertSummedUpTo(int slices) {
        assertAnswered(slices * (slices + 1) / 2);
    }

    /** The job came to this result. */
    void assertAnswered(int answer) {
        assertEquals(List.of(Integer.toString(answer)), said().after("ANSWER"));
    }

    /** What the driver found by a probe. */
    String foundByDriver(String probe) {
        return said().agreed("driver", probe);
    }

    /** What each executor found by a probe that says the same in all of them. */
    String foundByExecutors(String probe) {
        return said().agreed("executor", probe);
    }

    /** What processes of a role found by a probe, a line for each process. */
    List<String> found(String role, String probe) {
        return said().found(role, probe);
    }

    private WitnessLog said() {
        return new WitnessLog(log);
    }
}
