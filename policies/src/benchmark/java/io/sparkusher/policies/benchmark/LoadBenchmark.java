package io.sparkusher.policies.benchmark;

import io.sparkusher.policies.PolicySet;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Reads, checks and compiles 2,000 policies of 500 namespaces, each a file of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10)
@Measurement(iterations = 10)
@Fork(1)
public class LoadBenchmark {
    private static final int NAMESPACES = 500;

    private @Nullable ExamplePolicies policies;

    @Setup
    public void write() throws IOException {
        policies = new ExamplePolicies(NAMESPACES);
    }

    @TearDown
    public void delete() throws IOException {
        Objects.requireNonNull(policies).delete();
    }

    @Benchmark
    public PolicySet loadsTwoThousandPolicies(OwnUse use) {
        use.begin();
        PolicySet loaded = Objects.requireNonNull(policies).load();
        use.end(1);
        return loaded;
    }
}
