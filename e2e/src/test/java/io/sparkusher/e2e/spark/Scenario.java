package io.sparkusher.e2e.spark;

import io.sparkusher.e2e.node.NodeExtension;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that is a part of the proof. Spark Usher is installed and Spark's images are on the node before its tests
 * run; a test may take a {@link TeamNamespace} of its own and the {@link io.sparkusher.e2e.node.NodeCluster}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("node")
@ExtendWith({NodeExtension.class, ScenarioExtension.class})
@interface Scenario {
    /** Its number on the page of the proof; classes may share one. */
    int number();

    /** What it is about, as the page says it. */
    String title();
}
