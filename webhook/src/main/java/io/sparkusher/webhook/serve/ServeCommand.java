package io.sparkusher.webhook.serve;

import io.sparkusher.certs.SubjectAlternativeName;
import io.sparkusher.webhook.http.ListenOptions;
import io.sparkusher.webhook.http.ServerSettings;
import io.sparkusher.webhook.policyfolder.PolicyOptions;
import io.sparkusher.webhook.policyfolder.WatchSettings;
import io.sparkusher.webhook.warmup.WarmUpSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code spark-usher serve}: answers reviews until the process is told to end. */
@Command(
        name = "serve",
        description =
                "Answers the API server's admission reviews over HTTPS, with policies from a folder or from a cluster,"
                        + " watched for changes.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ServeCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private PolicyOptions options = new PolicyOptions();

    @Mixin
    private ClusterOptions clusterOptions = new ClusterOptions();

    @Mixin
    private ListenOptions listen = new ListenOptions();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            converter = NameConverter.class,
            description = "DNS name or IP address that clients call the server by, besides localhost and this host's"
                    + " name; may be given more than once.")
    private List<SubjectAlternativeName> names = new ArrayList<>();

    @Option(
            names = "--write-ca",
            paramLabel = "FILE",
            description = "Write the certificate that clients have to trust to this file.")
    private @Nullable Path writeAuthority;

    @Option(
            names = "--stamp-every-pod",
            description = "Put the annotation spark-usher.io/applied also on Spark pods that no policy changes, empty:"
                    + " for clusters that refuse Spark pods without it.")
    private boolean stampEveryPod;

    @Option(
            names = "--drain",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            defaultValue = "5s",
            description = "How long to go on accepting connections after SIGTERM, until everybody has heard of it."
                    + " Default: ${DEFAULT-VALUE}.")
    private Duration drain = Duration.ZERO;

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        try {
            Service service = Service.start(settings(), command.commandLine().getOut());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service), "shutdown"));
            service.warmUp();
            service.awaitEnd();
            return ExitCode.OK;
        } catch (CannotServeException exception) {
            command.commandLine().getErr().println(exception.getMessage());
            return ExitCode.USAGE;
        }
    }

    private static void stop(Service service) {
        try {
            service.stop();
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        }
    }

    ServeSettings settings() {
        return new ServeSettings(
                source(),
                names,
                Optional.ofNullable(writeAuthority),
                stampEveryPod,
                drain,
                ServerSettings.of(listen.host(), listen.port()),
                WarmUpSettings.defaults());
    }

    private PolicySource source() {
        if (clusterOptions.isChosen()) {
            require(
                    options.policies().isEmpty() && options.pools().isEmpty(),
                    "--cluster: policies come from the cluster or from files, not from both: leave out --policies and"
                            + " --pools");
            return clusterOptions.source(options.namedVersion());
        }
        clusterOptions
                .needless()
                .ifPresent(option -> require(false, option + ": is for --cluster alone: add that, or leave it out"));
        return new PolicySource.Folder(
                options.policies(), options.pools(), options.kubernetesVersion(), WatchSettings.defaults());
    }

    private void require(boolean holds, String sentence) {
        if (!holds) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
        }
    }
}
