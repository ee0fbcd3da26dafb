package io.sparkusher.policies.benchmark;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.pod.PodReview;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Reviews an executor that Spark made, in a namespace with four policies, beside more and more other namespaces with
 * four each. What is measured holds the copy of the pod that each review takes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10)
@Measurement(iterations = 10)
@Fork(1)
public class ReviewBenchmark {
    private static final Path REVIEW = Path.of("src/test/resources/reviews/spark-4.1.1-executor.json");
    private static final int REVIEWS = 2_000;

    @Param({"3", "500"})
    public int namespaces;

    private @Nullable ObjectNode pod;
    private @Nullable PolicySet policies;

    @Setup
    public void load() throws IOException {
        pod = (ObjectNode) JsonMapper.builder().build().readTree(REVIEW.toFile()).at("/request/object");
        ExamplePolicies examples = new ExamplePolicies(namespaces);
        policies = examples.load();
        examples.delete();
    }

    @Benchmark
    public void reviewsAnExecutor(CpuTime time, Blackhole blackhole) {
        PolicySet loaded = Objects.requireNonNull(policies);
        ObjectNode arrived = Objects.requireNonNull(pod);
        for (int review = 0; review < REVIEWS; review++) {
            blackhole.consume(
                    loaded.review(PodReview.ofCreation(ExamplePolicies.namespace(0), arrived.deepCopy())));
        }
        time.end(REVIEWS);
    }
}
