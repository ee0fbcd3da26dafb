package io.sparkusher.load.bench;

import java.nio.file.Path;

/**
 * Where things are in the source tree, and what Maven made of it.
 *
 * @param root of the tree
 */
record BenchPaths(Path root) {
    Path usher() {
        return root.resolve("webhook/target/spark-usher.jar");
    }

    Path load() {
        return root.resolve("e2e/load/target/load.jar");
    }

    /** For what is of no use later. */
    Path scratch() {
        return root.resolve("e2e/load/target/bench");
    }

    Path imageOptions() {
        return root.resolve("manifests/image/java-options");
    }

    Path review() {
        return root.resolve("policies/src/test/resources/reviews/spark-4.1.1-executor.json");
    }

    Path examples() {
        return root.resolve("examples");
    }

    /** The folder of the page and of its plot. */
    Path docs() {
        return root.resolve("docs");
    }
}
