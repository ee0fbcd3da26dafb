package io.sparkusher.e2e.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sparkusher.e2e.SparkSubmit;
import java.util.List;

/**
 * Spark's runner of Python programs starts an interpreter and hands it the program's arguments. Here the interpreter is
 * a script that prints them, which Spark does not notice, so the image needs no Python.
 */
@Scenario(number = 4, title = PodTemplatesIT.TITLE)
class PythonArgumentsIT {
    private static final String SAID = "ARGUMENT\t";

    @NewestSpark
    void aPythonProgramGetsItsOwnArgumentsInOrderAlsoWhereAPolicySetsPropertiesOfSpark(
            SparkSubmit spark, TeamNamespace team) {
        team.apply(POLICIES);

        FinishedJob job = team.job(spark, "python")
                .conf("spark.pyspark.driver.python", "/nowhere/python")
                .of("local:///opt/python/main.py", "--date", "2026-11-22", "two words", "--conf", "theirs=1", "driver")
                .run();

        assertEquals(
                List.of("/opt/python/main.py", "--date", "2026-11-22", "two words", "--conf", "theirs=1", "driver"),
                job.log()
                        .lines()
                        .filter(line -> line.startsWith(SAID))
                        .map(line -> line.substring(SAID.length()))
                        .toList());
    }

    // That the script runs at all is the Required property's doing, which beats what the user names.
    private static final String POLICIES = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: python}
            data:
              python: |
                #!/usr/bin/env bash
                printf 'ARGUMENT\\t%s\\n' "$@"
              main.py: |
                print("not run")
            ---
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkPodPolicy
            metadata: {name: python}
            spec:
              band: Required
              driver:
                volumes: [{name: python, configMap: {name: python, defaultMode: 0755}}]
                volumeMounts: [{name: python, mountPath: /opt/python}]
                sparkConf: [{name: spark.pyspark.driver.python, value: /opt/python/python}]
            ---
            apiVersion: spark-usher.io/v1alpha1
            kind: SparkPodPolicy
            metadata: {name: weaker}
            spec:
              driver:
                sparkConf: [{name: spark.ui.enabled, value: "false"}]
            """;
}
