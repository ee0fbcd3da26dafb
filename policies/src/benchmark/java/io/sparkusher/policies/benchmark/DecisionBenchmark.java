package io.sparkusher.policies.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.pod.PodReview;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Decides about executors, by the one policy of their namespace, beside more and more other namespaces with one each. A
 * decision takes possession of its pod, so that each has one of its own, made before the shot and counted nowhere but
 * in what JMH itself says of bytes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 50)
@Measurement(iterations = 50)
@Fork(1)
public class DecisionBenchmark {
    // No more than the caches hold, as a pod that was just read is there too.
    private static final int REVIEWS = 200;

    @Param({"10", "1000", "10000"})
    public int policies;

    private final ObjectNode executor = Executor.pod();
    private final List<PodReview> reviews = new ArrayList<>(REVIEWS);
    private @Nullable PolicySet loaded;

    @Setup
    public void load() {
        loaded = Injection.policies(policies);
    }

    @Setup(Level.Invocation)
    public void copy() {
        reviews.clear();
        for (int review = 0; review < REVIEWS; review++) {
            reviews.add(PodReview.ofCreation(Executor.NAMESPACE, executor.deepCopy()));
        }
    }

    @Benchmark
    @OperationsPerInvocation(REVIEWS)
    public void decides(OwnUse use, Blackhole blackhole) {
        PolicySet inForce = Objects.requireNonNull(loaded);
        use.begin();
        for (PodReview review : reviews) {
            blackhole.consume(inForce.review(review));
        }
        use.end(REVIEWS);
    }
}
