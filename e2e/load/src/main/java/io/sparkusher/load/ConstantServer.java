package io.sparkusher.load;

import io.sparkusher.policies.LoadResult;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.source.PolicySources;
import io.sparkusher.webhook.certificates.SelfMadeCertificates;
import io.sparkusher.webhook.certificates.ServingIdentity;
import io.sparkusher.webhook.health.Readiness;
import io.sparkusher.webhook.http.ListenOptions;
import io.sparkusher.webhook.http.Reviews;
import io.sparkusher.webhook.http.ServerSettings;
import io.sparkusher.webhook.http.WebhookServer;
import io.sparkusher.webhook.inforce.PolicyStore;
import io.sparkusher.webhook.metrics.MetricsRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Spark Usher's own HTTPS server before an answer that costs nothing: no webhook of this make can be faster. Prints
 * {@code Ready at PORT}, and serves until the process is told to end.
 */
@Command(name = "constant-server", description = "Answers every review with the same patch.", sortOptions = false)
public final class ConstantServer implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ListenOptions listen = new ListenOptions();

    @Option(names = "--answer", paramLabel = "FILE", required = true, description = "The AdmissionReview to answer.")
    private @Nullable Path answer;

    @Option(
            names = "--write-ca",
            paramLabel = "FILE",
            description = "Write the certificate that clients have to trust to this file.")
    private @Nullable Path writeAuthority;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ConstantServer()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ServingIdentity identity = new SelfMadeCertificates(List.of(), Instant.now()).identity();
        if (writeAuthority != null) {
            Files.writeString(writeAuthority, identity.authorities());
        }
        WebhookServer server = start(
                ServerSettings.of(listen.host(), listen.port()),
                identity,
                new FixedAnswer(Files.readAllBytes(Objects.requireNonNull(answer))));
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, ended), "shutdown"));
        say("Ready at " + server.port());
        ended.await();
        return ExitCode.OK;
    }

    /** Ready as soon as it listens. */
    static WebhookServer start(ServerSettings settings, ServingIdentity identity, FixedAnswer answer)
            throws IOException, InterruptedException {
        Readiness readiness = new Readiness(new PolicyStore(noPolicies(), Instant.now()), List.of());
        readiness.warmedUp();
        Reviews reviews = new Reviews(answer::to, answer::to);
        return WebhookServer.start(settings, identity, reviews, readiness, new MetricsRegistry());
    }

    private static LoadResult.Loaded noPolicies() {
        LoadResult result = PolicySet.load(new PolicySources(List.of(), List.of()));
        if (result instanceof LoadResult.Loaded loaded) {
            return loaded;
        }
        throw new IllegalStateException("No policies can have no problems: " + result);
    }

    private void say(String line) {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        command.getOut().println(line);
        command.getOut().flush();
    }

    private static void stop(WebhookServer server, CountDownLatch ended) {
        try {
            server.stop(Duration.ZERO);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }
}
