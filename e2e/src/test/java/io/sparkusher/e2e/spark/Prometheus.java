package io.sparkusher.e2e.spark;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sparkusher.e2e.ChildProcess;
import io.sparkusher.e2e.node.NodeCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A Prometheus on this machine that reads pods as a PodMonitor of the manifests says. Pods must be reachable from here by
 * their addresses.
 */
final class Prometheus implements AutoCloseable {
    private static final String PROGRAM = "e2e.prometheus";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LISTENING = Pattern.compile("Listening on\" address=(\\S+)");

    private final ChildProcess process;
    private final HttpClient http = HttpClient.newHttpClient();

    private final PodTargets pods;

    private Prometheus(ChildProcess process, PodTargets pods) {
        this.process = process;
        this.pods = pods;
    }

    /** Skips the test where the build names no Prometheus. */
    static void assumeThere() {
        assumeTrue(
                program().isPresent(),
                PROGRAM + " names no Prometheus that reaches pods: e2e/README.md says how the build is told of one");
    }

    private static Optional<String> program() {
        return Optional.ofNullable(System.getProperty(PROGRAM)).filter(value -> !value.isBlank());
    }

    /**
     * Starts one.
     *
     * @param podMonitors a file of {@code manifests/monitoring}
     */
    static Prometheus reading(NodeCluster cluster, TeamNamespace team, String podMonitors) {
        try {
            Path folder = Files.createTempDirectory(cluster.settings().work(), "prometheus-");
            PodTargets pods = new PodTargets(team, folder.resolve("pods.json"));
            Path configuration = folder.resolve("prometheus.json");
            JSON.writeValue(
                    configuration.toFile(),
                    configuration(
                            cluster.settings().manifests().resolve("monitoring").resolve(podMonitors), pods));
            return new Prometheus(
                    ChildProcess.start(
                            List.of(
                                    program().orElseThrow(),
                                    "--config.file=" + configuration,
                                    "--storage.tsdb.path=" + folder.resolve("data"),
                                    "--web.listen-address=127.0.0.1:0"),
                            Path.of(System.getProperty("e2e.evidence")).resolve(podMonitors + ".prometheus.log")),
                    pods);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static Map<String, Object> configuration(Path podMonitors, PodTargets pods) {
        List<Map<String, Object>> jobs = PodMonitor.read(podMonitors).stream()
                .flatMap(monitor -> monitor.jobs(pods.file()).stream())
                .toList();
        return Map.of("global", Map.of("scrape_interval", "5s", "scrape_timeout", "5s"), "scrape_configs", jobs);
    }

    /**
     * Waits until series of a team's pods have a label with just these values; what was once read counts, too.
     *
     * @param series a pattern of their names
     */
    void awaitSeries(String series, String label, Set<String> values) {
        await(label + " of " + series)
                .atMost(SparkJob.TO_FINISH)
                .untilAsserted(() -> assertEquals(values, values(series, label)));
    }

    private Set<String> values(String series, String label) throws Exception {
        if (!process.isAlive()) {
            throw new IllegalStateException("Prometheus has ended; its output is in " + process.log());
        }
        pods.discover();
        String query = "last_over_time({__name__=~\"%s\", namespace=\"%s\"}[1h])"
                .formatted(series, pods.team().name());
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://" + address() + "/api/v1/query?query="
                                + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return StreamSupport.stream(
                        JSON.readTree(answer.body()).at("/data/result").spliterator(), false)
                .map(one -> one.at("/metric/" + label).asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String address() throws IOException {
        return LISTENING
                .matcher(Files.readString(process.log()))
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("Prometheus does not listen yet; its output is in " + process.log()));
    }

    @Override
    public void close() {
        process.close();
    }
}
