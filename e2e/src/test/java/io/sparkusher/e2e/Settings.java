package io.sparkusher.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the build tells the tests.
 *
 * @param java the JVM that runs Spark Usher
 * @param usher the runnable jar
 * @param webhookHost the address at which the API server reaches this machine
 * @param sparkJava the JVM that runs spark-submit
 * @param spark the folder with one folder for each Spark version
 * @param sparkImage the name of Spark's images, whose tags are the versions
 * @param examples the policies that the project ships
 * @param manifests what a cluster's admin applies
 * @param reviews the recorded reviews, which the tests of the policies use too
 * @param generatedPods how many generated pods the API server is asked about
 * @param kubectl a name on the path, or a file
 * @param version the project's
 * @param helm empty where no Helm is to be used
 * @param evidence the folder for logs, and for what a failed test leaves behind
 */
public record Settings(
        Path java,
        Path usher,
        String webhookHost,
        Path sparkJava,
        Path spark,
        String sparkImage,
        Path examples,
        Path manifests,
        Path reviews,
        int generatedPods,
        String kubectl,
        String version,
        Optional<Path> helm,
        Path evidence) {
    public static Settings ofTheBuild() throws IOException {
        Settings settings = new Settings(
                path("e2e.java"),
                path("e2e.usher"),
                property("e2e.webhook.host"),
                path("e2e.spark.java"),
                path("e2e.spark"),
                property("e2e.spark.image"),
                path("e2e.examples"),
                path("e2e.manifests"),
                path("e2e.reviews"),
                Integer.parseInt(property("e2e.generated.pods")),
                property("e2e.kubectl"),
                property("e2e.version"),
                Optional.of(System.getProperty("e2e.helm", ""))
                        .filter(helm -> !helm.isBlank())
                        .map(Path::of),
                path("e2e.evidence"));
        Files.createDirectories(settings.evidence);
        return settings;
    }

    private static Path path(String name) {
        return Path.of(property(name));
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(
                    "The system property " + name + " is not set: run these tests by ./mvnw -P e2e verify");
        }
        return value;
    }
}
