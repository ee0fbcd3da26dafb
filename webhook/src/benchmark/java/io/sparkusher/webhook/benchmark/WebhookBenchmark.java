package io.sparkusher.webhook.benchmark;

import ch.qos.logback.classic.LoggerContext;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.benchmark.Executor;
import io.sparkusher.policies.benchmark.Injection;
import io.sparkusher.policies.benchmark.OwnUse;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.webhook.admission.AdmissionRequest;
import io.sparkusher.webhook.admission.AdmissionReviewReader;
import io.sparkusher.webhook.admission.AdmissionReviewWriter;
import io.sparkusher.webhook.admission.ReadResult;
import io.sparkusher.webhook.metrics.MetricsRegistry;
import io.sparkusher.webhook.review.DecisionLog;
import io.sparkusher.webhook.review.ReviewMetrics;
import io.sparkusher.webhook.review.Reviewer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Reads the review of an executor, writes the decision about it, and does all of a review, with the metrics and the
 * line of the log, which goes nowhere.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10)
@Measurement(iterations = 10)
@Fork(1)
public class WebhookBenchmark {
    private static final int TIMES = 2_000;
    private static final int POLICIES = 10;

    private final byte[] body;
    private final Decision decision;
    private final Reviewer reviewer;

    public WebhookBenchmark() {
        PolicySet policies = Injection.policies(POLICIES);
        body = Executor.review();
        AdmissionRequest request = ((ReadResult.Read) AdmissionReviewReader.read(body)).request();
        decision = policies.review(request.review());
        reviewer = new Reviewer(
                () -> policies,
                new ReviewMetrics(new MetricsRegistry().registry()),
                new DecisionLog(new LoggerContext().getLogger("decisions")));
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public void readsAReview(OwnUse use, Blackhole blackhole) {
        use.begin();
        for (int turn = 0; turn < TIMES; turn++) {
            blackhole.consume(AdmissionReviewReader.read(body));
        }
        use.end(TIMES);
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public void writesADecision(OwnUse use, Blackhole blackhole) {
        use.begin();
        for (int turn = 0; turn < TIMES; turn++) {
            blackhole.consume(AdmissionReviewWriter.write("705ab4f5-6393-11e8-b7cc-42010a800002", decision));
        }
        use.end(TIMES);
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public void reviews(OwnUse use, Blackhole blackhole) {
        use.begin();
        for (int turn = 0; turn < TIMES; turn++) {
            blackhole.consume(reviewer.review(body));
        }
        use.end(TIMES);
    }
}
