package io.sparkusher.e2e.spark;

import io.sparkusher.e2e.SparkSubmit;
import io.sparkusher.e2e.node.NodeCluster;
import io.sparkusher.e2e.node.NodeExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Has Spark's images on the node and Spark Usher installed, and gives each test a namespace of its own. */
final class ScenarioExtension implements ExecutionCondition, BeforeAllCallback, ParameterResolver {
    private static final Namespace STORE = Namespace.create(ScenarioExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return SparkImages.nameAFolder()
                ? ConditionEvaluationResult.enabled("The build names images of Spark")
                : ConditionEvaluationResult.disabled(
                        "There are no images of Spark: e2e/README.md says how the build is told of them");
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        NodeCluster cluster = NodeExtension.cluster(context);
        loadImagesOnce(context, cluster);
        cluster.usher().installUnlessThere(cluster.settings().image());
        RealPool.define(cluster);
    }

    private static void loadImagesOnce(ExtensionContext context, NodeCluster cluster) {
        context.getRoot().getStore(STORE).getOrComputeIfAbsent(SparkImages.class, ignored -> {
            SparkImages images = SparkImages.ofTheBuild();
            try {
                for (SparkSubmit spark : Sparks.all()) {
                    cluster.node().load(images.archive(spark.version()));
                }
            } catch (IOException exception) {
                throw new UncheckedIOException(exception);
            }
            TeamNamespace.removeAll(cluster.client());
            return images;
        });
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TeamNamespace.class;
    }

    /** JUnit closes it after the test, and after what a failed test left in it was kept. */
    @Override
    public TeamNamespace resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(STORE)
                .getOrComputeIfAbsent(
                        TeamNamespace.class,
                        ignored -> TeamNamespace.make(NodeExtension.cluster(context)),
                        TeamNamespace.class);
    }
}
