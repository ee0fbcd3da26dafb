package io.sparkusher.webhook.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sparkusher.certs.SubjectAlternativeName;
import io.sparkusher.policies.kubernetes.KubernetesVersion;
import io.sparkusher.webhook.Main;
import io.sparkusher.webhook.cluster.CoalescingSettings;
import io.sparkusher.webhook.http.ServerSettings;
import io.sparkusher.webhook.policyfolder.WatchSettings;
import io.sparkusher.webhook.testing.Policies;
import io.sparkusher.webhook.testing.TestServer;
import io.sparkusher.webhook.warmup.WarmUpSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ServeCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void hasDefaults() {
        assertEquals(
                new ServeSettings(
                        new PolicySource.Folder(
                                List.of(), List.of(), KubernetesVersion.NEWEST, WatchSettings.defaults()),
                        List.of(),
                        Optional.empty(),
                        false,
                        Duration.ofSeconds(5),
                        ServerSettings.of("127.0.0.1", 8443),
                        WarmUpSettings.defaults()),
                parse());
    }

    @Test
    void takesEveryOption() {
        assertEquals(
                new ServeSettings(
                        new PolicySource.Folder(
                                List.of(Path.of("a"), Path.of("b")),
                                List.of(Path.of("c")),
                                new KubernetesVersion(1, 28),
                                WatchSettings.defaults()),
                        List.of(SubjectAlternativeName.parse("usher.example.com"), SubjectAlternativeName.parse("::2")),
                        Optional.of(Path.of("ca.crt")),
                        true,
                        Duration.ofMillis(500),
                        ServerSettings.of("0.0.0.0", 9443),
                        WarmUpSettings.defaults()),
                parse(
                        "--policies=a",
                        "--policies=b",
                        "--pools=c",
                        "--kubernetes-version=v1.28.3-eks-1",
                        "--name=usher.example.com",
                        "--name=::2",
                        "--write-ca=ca.crt",
                        "--stamp-every-pod",
                        "--drain=500ms",
                        "--host=0.0.0.0",
                        "--port=9443"));
    }

    @Test
    void hasDefaultsForACluster() {
        assertEquals(
                new PolicySource.Cluster(
                        "spark-usher",
                        "spark-usher",
                        Optional.empty(),
                        Optional.empty(),
                        CoalescingSettings.defaults()),
                parse("--cluster").policies());
    }

    @Test
    void takesEveryOptionForACluster() {
        assertEquals(
                new PolicySource.Cluster(
                        "data-platform",
                        "usher",
                        Optional.of(Path.of("certificates")),
                        Optional.of(new KubernetesVersion(1, 33)),
                        CoalescingSettings.defaults()),
                parse(
                                "--cluster",
                                "--namespace=data-platform",
                                "--service=usher",
                                "--certificate-dir=certificates",
                                "--kubernetes-version=1.33")
                        .policies());
    }

    @Test
    void saysThatPoliciesComeFromOnePlace() {
        String sentence = "--cluster: policies come from the cluster or from files, not from both";
        assertTrue(refusal("--cluster", "--policies=a").startsWith(sentence));
        assertTrue(refusal("--cluster", "--pools=a").startsWith(sentence));
    }

    @Test
    void saysThatAnOptionIsForAClusterAlone() {
        assertTrue(refusal("--namespace=a").startsWith("--namespace: is for --cluster alone"));
        assertTrue(refusal("--service=a").startsWith("--service: is for --cluster alone"));
        assertTrue(refusal("--certificate-dir=a").startsWith("--certificate-dir: is for --cluster alone"));
    }

    @Test
    void saysInOneSentenceThatThePortIsTaken() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("a.yaml"), Policies.labelling("one"));
        try (TestServer server = TestServer.start()) {
            String port = String.valueOf(server.port());

            assertEquals(
                    "--port: port %s of 127.0.0.1 is taken or not allowed: end what listens there, or choose another, or 0 for any free one\n"
                            .formatted(port),
                    refusal("--policies=" + folder, "--port=" + port));
        }
    }

    @Test
    void saysThatTheHostIsNotOfThisMachine() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), Policies.labelling("one"));

        String output = refusal("--policies=" + folder, "--port=0", "--host=no-such-host.invalid");

        assertTrue(output.startsWith("--host: ") && output.lines().count() == 1, output);
    }

    @Test
    void listsEveryProblemOfThePolicies() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), Policies.broken());
        Files.writeString(folder.resolve("b.yaml"), Policies.broken().replace("name: labels", "name: other"));

        String output = refusal("--policies=" + folder, "--port=0");

        assertTrue(output.contains("a.yaml:") && output.contains("b.yaml:"), output);
        assertTrue(output.endsWith("have errors: correct them and start again\n"), output);
    }

    @Test
    void saysWhichOptionIsAtFault() {
        assertTrue(refusal("--drain=soon").contains("'--drain'"));
        assertTrue(refusal("--name=under_score").contains("'--name'"));
        assertTrue(refusal("--port=https").contains("'--port'"));
        assertTrue(refusal("--portt=1").contains("--portt"));
    }

    @Test
    void saysThatTheAuthorityCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), Policies.labelling("one"));

        String output = refusal("--policies=" + folder, "--port=0", "--write-ca=" + folder.resolve("no/where"));

        assertTrue(output.startsWith("--write-ca: ") && output.lines().count() == 1, output);
    }

    private static ServeSettings parse(String... arguments) {
        ServeCommand command = new ServeCommand();
        new CommandLine(command).parseArgs(arguments);
        return command.settings();
    }

    private static String refusal(String... options) {
        StringWriter output = new StringWriter();
        CommandLine command = Main.commandLine().setErr(new PrintWriter(output, true));
        String[] arguments =
                Stream.concat(Stream.of("serve"), Stream.of(options)).toArray(String[]::new);
        assertEquals(2, command.execute(arguments));
        return output.toString();
    }
}
