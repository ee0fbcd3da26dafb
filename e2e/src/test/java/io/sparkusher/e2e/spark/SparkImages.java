package io.sparkusher.e2e.spark;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the images of Spark are, whose {@code /opt/spark/jars} has the jobs of these tests.
 *
 * @param folder has an archive {@code spark-VERSION.tar} for each Spark
 */
record SparkImages(Path folder) {
    private static final String FOLDER = "e2e.spark.images";

    /** Whether the build names them. */
    static boolean nameAFolder() {
        return property().isPresent();
    }

    static SparkImages ofTheBuild() {
        return new SparkImages(Path.of(property().orElseThrow()));
    }

    private static Optional<String> property() {
        return Optional.ofNullable(System.getProperty(FOLDER)).filter(value -> !value.isBlank());
    }

    Path archive(String version) {
        return folder.resolve("spark-" + version + ".tar");
    }
}
