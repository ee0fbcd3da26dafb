package io.sparkusher.e2e.spark;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Pod;
import io.sparkusher.e2e.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A spark-submit that runs, and the job that it started. */
record Submission(SparkJob job, ChildProcess process) implements AutoCloseable {
    /** The file in the driver's container that ends a job which waits to be told. */
    static final String TOLD = "/tmp/finish";

    private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

    /** What spark-submit has printed so far. */
    String output() {
        try {
            return Files.readString(process.log());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Waits for the driver to run. */
    Pod awaitRunningDriver() {
        return awaitDriver(pod -> "Running".equals(pod.getStatus().getPhase()));
    }

    private Pod awaitDriver(Predicate<Pod> asAsked) {
        return await("the driver of " + job.application())
                .atMost(SparkJob.TO_FINISH)
                .failFast("spark-submit ended without a driver; its log is " + process.log(), this::endedWithoutDriver)
                .until(() -> drivers().stream().filter(asAsked).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private boolean endedWithoutDriver() {
        return !process.isAlive() && drivers().isEmpty();
    }

    private List<Pod> drivers() {
        return job.team().pods().drivers(job.application());
    }

    /** What the driver has written so far. */
    String driverLog() {
        Pod driver = drivers().get(0);
        return FinishedJob.log(job.team(), driver);
    }

    /** Waits for a line of the driver's log that contains a text. */
    String awaitDriverLog(String text) {
        return await("\"" + text + "\" in the log of the driver of " + job.application())
                .atMost(SparkJob.TO_FINISH)
                .until(
                        () -> driverLog()
                                .lines()
                                .filter(line -> line.contains(text))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Has a job end that was to go on until then. */
    void tellToFinish() {
        Pod driver = awaitRunningDriver();
        job.team().kubectl("exec", driver.getMetadata().getName(), "--", "touch", TOLD);
    }

    /** Waits for the driver's end, a good one or not. */
    FinishedJob awaitEnd() {
        Pod driver = awaitDriver(pod -> ENDED.contains(pod.getStatus().getPhase()));
        return new FinishedJob(job, driver, FinishedJob.log(job.team(), driver));
    }

    FinishedJob awaitSuccess() {
        FinishedJob finished = awaitEnd();
        if (!"Succeeded".equals(finished.driver().getStatus().getPhase())) {
            throw new AssertionError("The driver of " + job.application() + " failed: " + finished.log());
        }
        process.requireSuccess(SparkJob.TO_FINISH);
        return finished;
    }

    @Override
    public void close() {
        process.close();
    }
}
