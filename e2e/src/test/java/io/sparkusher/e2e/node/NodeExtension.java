package io.sparkusher.e2e.node;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives every test class the one cluster of the run, or skips it; keeps what a failed test left in the cluster. */
final class NodeExtension implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return NodeSettings.nameANode()
                ? ConditionEvaluationResult.enabled("The build names a node")
                : ConditionEvaluationResult.disabled(
                        "There is no node that runs pods: e2e/README.md says how the build is told of one");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == NodeCluster.class;
    }

    @Override
    public NodeCluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return cluster(context);
    }

    /** JUnit closes it after the last test class. */
    private static NodeCluster cluster(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(NodeCluster.class))
                .getOrComputeIfAbsent(
                        NodeCluster.class,
                        ignored -> {
                            try {
                                return NodeCluster.connect();
                            } catch (IOException exception) {
                                throw new UncheckedIOException(exception);
                            }
                        },
                        NodeCluster.class);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) throws IOException {
        if (context.getExecutionException().isPresent()) {
            NodeCluster cluster = cluster(context);
            Path folder = cluster.settings()
                    .evidence()
                    .resolve(context.getRequiredTestClass().getSimpleName())
                    .resolve(context.getRequiredTestMethod().getName());
            keepEvidence(cluster, folder);
            System.err.println("What the cluster held when " + context.getDisplayName() + " failed is in " + folder);
        }
    }

    private static void keepEvidence(NodeCluster cluster, Path folder) throws IOException {
        Files.createDirectories(folder);
        cluster.usher().keepLogs(folder);
        for (String namespace : List.of(InstalledUsher.NAMESPACE, Team.NAMESPACE)) {
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
