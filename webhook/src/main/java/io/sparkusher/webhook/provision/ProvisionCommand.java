package io.sparkusher.webhook.provision;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.sparkusher.webhook.cluster.ClusterClient;
import io.sparkusher.webhook.cluster.OwnNamespace;
import io.sparkusher.webhook.http.ListenOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
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

/** {@code spark-usher provision}: makes the service accounts that policies ask for, until the process is told to end. */
@Command(
        name = "provision",
        description = "Makes the service accounts that a cluster's policies ask for, and binds those of drivers to the"
                + " ClusterRole spark-usher-driver, in namespaces with the label spark-usher.io/provision: enabled.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ProvisionCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--namespace",
            paramLabel = "NAMESPACE",
            description = "Where the Lease is by which one of several processes is chosen. Default: the pod's own.")
    private @Nullable String namespace;

    @Mixin
    private ListenOptions listen = new ListenOptions();

    @Option(
            names = "--keep-released",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How many seconds an account stays that no policy asks for any more, even if no pod uses it."
                    + " Default: ${DEFAULT-VALUE}.")
    private long keepReleased;

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        ProvisionSettings settings = ProvisionSettings.of(
                namespace(command), listen.host(), listen.port(), Duration.ofSeconds(keepReleased));
        KubernetesClient client = ClusterClient.create();
        try {
            ProvisionService service = ProvisionService.start(
                    client, settings, InetAddress.getLocalHost().getHostName());
            command.commandLine()
                    .getOut()
                    .println("Spark Usher provisions, and answers probes at port " + service.port());
            command.commandLine().getOut().flush();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service), "shutdown"));
            service.awaitEnd();
            return ExitCode.OK;
        } catch (IOException exception) {
            throw new ParameterException(
                    command.commandLine(),
                    "--port: nothing can listen at port %d of %s, %s: choose another"
                            .formatted(listen.port(), listen.host(), exception.getMessage()),
                    exception);
        }
    }

    private String namespace(CommandSpec command) {
        return Optional.ofNullable(namespace)
                .or(OwnNamespace::ofThePod)
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "--namespace: this is no pod with a token, so nobody says in which namespace the Lease is: name"
                                + " one"));
    }

    private static void stop(ProvisionService service) {
        try {
            service.stop();
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        }
    }
}
