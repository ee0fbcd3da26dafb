package io.sparkusher.e2e.reviews;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.sparkusher.e2e.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives every test class the one installation of the run, and keeps what a failed test left in the cluster. */
final class InstallationExtension implements BeforeAllCallback, ParameterResolver, AfterTestExecutionCallback {
    /** A cluster that cannot be used fails a class once, and not each of its tests. */
    @Override
    public void beforeAll(ExtensionContext context) {
        installation(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Installation.class;
    }

    @Override
    public Installation resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return installation(context);
    }

    /** JUnit closes it after the last test class. */
    private static Installation installation(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(Installation.class))
                .getOrComputeIfAbsent(
                        Installation.class,
                        ignored -> {
                            try {
                                return Installation.install();
                            } catch (IOException exception) {
                                throw new UncheckedIOException(exception);
                            }
                        },
                        Installation.class);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) throws IOException {
        if (context.getExecutionException().isPresent()) {
            Installation installation = installation(context);
            Path folder = installation
                    .settings()
                    .evidence()
                    .resolve(context.getRequiredTestClass().getSimpleName())
                    .resolve(context.getRequiredTestMethod().getName())
                    .resolve(context.getDisplayName().replaceAll("\\W+", "-"));
            keepEvidence(installation.cluster(), folder);
            System.err.println("What the cluster held when " + context.getDisplayName() + " failed is in " + folder
                    + ", logs are in " + installation.settings().evidence());
        }
    }

    private static void keepEvidence(Cluster cluster, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String namespace : Cluster.namespaces()) {
            keep(
                    folder.resolve(namespace + "-pods.yaml"),
                    cluster.client().pods().inNamespace(namespace).list().getItems());
            keep(
                    folder.resolve(namespace + "-events.yaml"),
                    cluster.client().v1().events().inNamespace(namespace).list().getItems());
        }
    }

    private static void keep(Path file, List<?> objects) throws IOException {
        Files.writeString(file, Serialization.asYaml(objects));
    }
}
