package io.sparkusher.e2e.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.Pod;
import io.sparkusher.e2e.SparkSubmit;
import java.io.IOException;

@Scenario(number = 10, title = "A spark-submit that is newer than the image")
class MixedVersionsIT {
    private static final int SLICES = 4;

    @NewestSpark
    void requiredPropertiesBeatWhatIsSubmittedAndDefaultOnesAreBeatenByIt(SparkSubmit spark, TeamNamespace team)
            throws IOException {
        team.apply(POLICY);
        SparkSubmit older = Sparks.oldest();
        assertNotEquals(spark.version(), older.version());

        FinishedJob job = team.job(spark, "mixed")
                .conf("spark.kubernetes.container.image", older.settings().sparkImage() + ":" + older.version())
                .conf("spark.locality.wait", "1s")
                .conf("spark.network.timeout", "240s")
                .conf("spark.executor.extraJavaOptions", "-Dteam.motto='two words' -XX:+UseSerialGC")
                .witnessing(
                        SLICES,
                        1,
                        "conf:spark.locality.wait",
                        "conf:spark.network.timeout",
                        "conf:spark.task.maxFailures",
                        "conf:spark.team.motto",
                        "property:team.motto",
                        "env:OLDER_SPARK",
                        "command:")
                .run();

        job.assertSummedUpTo(SLICES);
        assertBoth(job, "conf:spark.locality.wait", "7s");
        assertBoth(job, "conf:spark.network.timeout", "240s");
        assertBoth(job, "conf:spark.task.maxFailures", "9");
        assertBoth(job, "conf:spark.team.motto", "it's \"ours\" = \\n$HOME");
        assertEquals("two words", job.foundByExecutors("property:team.motto"));
        String command = job.foundByDriver("command:");
        assertTrue(command.contains("--conf spark.locality.wait=7s "), command);
        assertTrue(command.contains("-Dspark.task.maxFailures=9 "), command);
        assertTheLabelIsOfWhoMadeThePod(job, spark, older);
    }

    private static void assertBoth(FinishedJob job, String probe, String expected) {
        assertEquals(expected, job.foundByDriver(probe), probe);
        assertEquals(expected, job.foundByExecutors(probe), probe);
    }

    /** So a policy for old Sparks meets the executors of this job, and not their driver. */
    private static void assertTheLabelIsOfWhoMadeThePod(FinishedJob job, SparkSubmit newer, SparkSubmit older) {
        assertEquals(newer.version(), version(job.driver()));
        job.executors().forEach(pod -> assertEquals(older.version(), version(pod)));
        assertEquals("none", job.foundByDriver("env:OLDER_SPARK"));
        assertEquals("true", job.foundByExecutors("env:OLDER_SPARK"));
    }

    private static String version(Pod pod) {
        return pod.getMetadata().getLabels().getOrDefault("spark-version", "none");
    }

    private static final String POLICY = """
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkPodPolicy
            metadata: {name: rules}
            spec:
              band: Required
              driver:
                sparkConf: [{name: spark.locality.wait, value: 7s}]
            ---
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkPodPolicy
            metadata: {name: suggestions}
            spec:
              driver:
                sparkConf:
                  - {name: spark.network.timeout, value: 360s}
                  - {name: spark.task.maxFailures, value: "9"}
                  - {name: spark.team.motto, value: 'it''s "ours" = \\n$HOME'}
            ---
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkPodPolicy
            metadata: {name: older}
            spec:
              match:
                sparkVersion: {below: "4"}
              common:
                env: [{name: OLDER_SPARK, value: "true"}]
            """;
}
