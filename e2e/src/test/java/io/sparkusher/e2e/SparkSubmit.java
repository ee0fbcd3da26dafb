package io.sparkusher.e2e;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** spark-submit of one Spark version, as its script would start it: no option is Spark Usher's. */
public record SparkSubmit(Settings settings, String version) {
    /** The packages of the JDK that Spark opens to itself: org.apache.spark.launcher.JavaModuleOptions. */
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");

    /** Every Spark whose class path the build wrote. */
    public static Stream<SparkSubmit> all(Settings settings) {
        try (Stream<Path> versions = Files.list(settings.spark())) {
            List<SparkSubmit> found = versions.filter(version -> Files.exists(classPath(version)))
                    .sorted()
                    .map(version ->
                            new SparkSubmit(settings, version.getFileName().toString()))
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalStateException("No Spark in " + settings.spark() + ": run ./mvnw -P e2e verify");
            }
            return found.stream();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static Path classPath(Path version) {
        return version.resolve("target").resolve("class-path");
    }

    /** Submits a job whose driver is a pod, and returns once the API server has it. */
    public ChildProcess inClusterMode(Cluster cluster, String name) {
        return inClusterMode(cluster.client().getMasterUrl(), Cluster.TEAM_WITH_POLICIES, name);
    }

    /** Likewise, in some namespace of the cluster that {@code KUBECONFIG} names. */
    public ChildProcess inClusterMode(URL server, String namespace, String name) {
        return submit(
                server,
                namespace,
                name,
                List.of(
                        "--deploy-mode",
                        "cluster",
                        "--conf",
                        "spark.kubernetes.submission.waitAppCompletion=false",
                        "--class",
                        "org.apache.spark.examples.SparkPi",
                        "local:///opt/spark/examples/jars/spark-examples.jar"));
    }

    /** Starts a driver on this machine, which asks the cluster for executors as long as it lives. */
    public ChildProcess inClientMode(Cluster cluster, String name) {
        return submit(
                cluster.client().getMasterUrl(),
                Cluster.TEAM_WITH_POLICIES,
                name,
                List.of(
                        "--deploy-mode",
                        "client",
                        "--conf",
                        "spark.driver.host=127.0.0.1",
                        "--class",
                        WaitingDriver.class.getName(),
                        // Spark's name for a main class that is on the class path already.
                        "spark-internal"));
    }

    /** Starts a driver on this machine that runs as an account, as one in a pod would. */
    public ChildProcess as(AccountToken account, String name, List<String> options) {
        List<String> command = java();
        command.add(AccountToken.NO_KUBECONFIG);
        command.addAll(command(account.server(), account.namespace(), name));
        command.addAll(account.sparkConf());
        command.addAll(options);
        return ChildProcess.start(command, settings.evidence().resolve("spark-submit-" + name + ".log"));
    }

    /** Starts it with options that come after those for the cluster, the namespace, the name and the image. */
    public ChildProcess submit(URL server, String namespace, String name, List<String> options) {
        List<String> command = java();
        command.addAll(command(server, namespace, name));
        command.addAll(options);
        return ChildProcess.start(
                command, settings.evidence().resolve("spark-submit-" + name + "-" + version + ".log"));
    }

    private List<String> java() {
        List<String> command = new ArrayList<>(List.of(settings.sparkJava().toString()));
        OPENED.forEach(opened -> command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED"));
        return command;
    }

    private List<String> command(URL server, String namespace, String name) {
        List<String> command = new ArrayList<>(List.of("-cp", classPath(), "org.apache.spark.deploy.SparkSubmit"));
        command.addAll(List.of("--master", "k8s://" + server, "--name", name));
        command.addAll(List.of("--conf", "spark.kubernetes.namespace=" + namespace));
        command.addAll(List.of("--conf", "spark.kubernetes.container.image=" + image()));
        return command;
    }

    /** The image of this Spark that pods run. */
    public String image() {
        return settings.sparkImage() + ":" + version;
    }

    private String classPath() {
        URL classes = WaitingDriver.class.getProtectionDomain().getCodeSource().getLocation();
        try {
            return Files.readString(classPath(settings.spark().resolve(version)))
                    + File.pathSeparator
                    + Path.of(URI.create(classes.toString()));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    @Override
    public String toString() {
        return "Spark " + version;
    }
}
