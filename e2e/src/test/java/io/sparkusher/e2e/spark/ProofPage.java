package io.sparkusher.e2e.spark;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The page that says what was proved in one run.
 *
 * @param kubernetes the version of the API server
 */
record ProofPage(List<ProofLine> lines, String kubernetes) {
    /** Where the project publishes it. */
    static final Path PUBLISHED =
            Path.of(System.getProperty("e2e.docs", "docs")).resolve("proof.md");

    private static final Comparator<ProofLine> IN_ORDER = Comparator.comparingInt(ProofLine::scenario)
            .thenComparing(ProofLine::sentence)
            .thenComparing(ProofLine::spark);

    /** The version of the cluster that {@code KUBECONFIG} names. */
    static String versionOfTheCluster() {
        try (KubernetesClient client = new KubernetesClientBuilder().build()) {
            return client.getKubernetesVersion().getGitVersion();
        } catch (KubernetesClientException away) {
            return "of an unknown version";
        }
    }

    /** The page as Markdown. */
    String text() {
        return """
                # The proof

                Real Spark ran on a real node, beside Spark Usher as `manifests/base` installs it, on Kubernetes %s. The tests read what
                happened from the cluster, never from our logs. This page is written by the run itself:
                [e2e/README.md](../e2e/README.md) says how to repeat it.

                """.formatted(kubernetes) + scenarios();
    }

    private String scenarios() {
        Map<Integer, List<ProofLine>> byScenario =
                lines.stream().collect(Collectors.groupingBy(ProofLine::scenario, TreeMap::new, Collectors.toList()));
        return byScenario.values().stream().map(ProofPage::scenario).collect(Collectors.joining("\n"));
    }

    private static String scenario(List<ProofLine> lines) {
        String rows = lines.stream()
                .sorted(IN_ORDER)
                .map(line -> "| %s | %s | %s | %d |"
                        .formatted(
                                line.sentence(),
                                line.spark(),
                                line.outcome().text(),
                                line.time().toSeconds()))
                .collect(Collectors.joining("\n"));
        return """
                ## %d. %s
                | What holds | With | | Seconds |
                |---|---|---|---|
                %s
                """.formatted(lines.get(0).scenario(), lines.get(0).title(), rows);
    }

    /** The same for a terminal. */
    String table() {
        return "The proof, on Kubernetes " + kubernetes + ":\n"
                + lines.stream()
                        .sorted(IN_ORDER)
                        .map(line -> "%3d  %-8s %4d s  %-12s %s"
                                .formatted(
                                        line.scenario(),
                                        line.outcome().text(),
                                        line.time().toSeconds(),
                                        line.spark(),
                                        line.sentence()))
                        .collect(Collectors.joining("\n"));
    }
}
