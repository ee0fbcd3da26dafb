package io.sparkusher.e2e.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/** Gives every test class the one cluster of the run, or skips it; keeps what a failed test left in the cluster. */
public final class NodeExtension implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback {
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

    /** The cluster of the run; JUnit closes it after the last test class. */
    public static NodeCluster cluster(ExtensionContext context) {
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
        Optional<Throwable> failure = context.getExecutionException();
        if (failure.isPresent() && !(failure.get() instanceof TestAbortedException)) {
            NodeCluster cluster = cluster(context);
            Path folder = cluster.settings()
                    .evidence()
                    .resolve(context.getRequiredTestClass().getSimpleName())
                    .resolve(context.getRequiredTestMethod().getName() + "-"
                            + context.getDisplayName().replaceAll("[^A-Za-z0-9.]+", "-"));
            NodeEvidence.keep(cluster, folder);
            System.err.println("What the cluster held when " + context.getDisplayName() + " failed is in " + folder);
        }
    }
}
