package io.sparkusher.e2e.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Writes down what became of every test of every scenario, and prints it as a table when all have ended. */
public final class ProofListener implements TestExecutionListener {
    private final List<ProofLine> lines = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Long> started = new ConcurrentHashMap<>();
    private Optional<TestPlan> plan = Optional.empty();

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = Optional.of(started);
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        started.put(test.getUniqueId(), System.nanoTime());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            Duration time =
                    Duration.ofNanos(System.nanoTime() - started.getOrDefault(test.getUniqueId(), System.nanoTime()));
            add(test, ProofLine.Outcome.of(result.getStatus()), time);
        }
    }

    /** A skipped class says nothing of its methods, which the page is to name all the same. */
    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        plan.orElseThrow()
                .getDescendants(test)
                .forEach(within -> add(within, ProofLine.Outcome.SKIPPED, Duration.ZERO));
        add(test, ProofLine.Outcome.SKIPPED, Duration.ZERO);
    }

    private void add(TestIdentifier test, ProofLine.Outcome outcome, Duration time) {
        if (test.getSource().orElse(null) instanceof MethodSource method) {
            Optional.ofNullable(method.getJavaClass().getAnnotation(Scenario.class))
                    .map(scenario -> new ProofLine(
                            scenario.number(),
                            scenario.title(),
                            ProofLine.sentence(method.getMethodName()),
                            test.isTest() ? test.getDisplayName() : "",
                            outcome,
                            time))
                    .ifPresent(lines::add);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan ended) {
        if (lines.isEmpty()) {
            return;
        }
        ProofPage page = new ProofPage(List.copyOf(lines), ProofPage.versionOfTheCluster());
        System.out.println(page.table());
        try {
            Path file = Path.of(System.getProperty("e2e.evidence")).resolve("proof.md");
            Files.createDirectories(file.getParent());
            Files.writeString(file, page.text());
            if (Boolean.getBoolean("proof.update")) {
                Files.writeString(ProofPage.PUBLISHED, page.text());
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
