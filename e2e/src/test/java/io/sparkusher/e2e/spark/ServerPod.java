package io.sparkusher.e2e.spark;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.sparkusher.e2e.SparkSubmit;
import java.util.Optional;
import java.util.Set;

/**
 * A pod that Spark did not make and whose Spark driver asks for executors, as the server of Spark Connect is run:
 * spark-submit refuses it in cluster mode. It opts in by Spark Usher's own label.
 */
record ServerPod(TeamNamespace team, String application) {
    private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

    /**
     * Makes it.
     *
     * @param words the main class as an option of spark-submit, the primary resource and its arguments
     */
    static ServerPod start(TeamNamespace team, SparkSubmit spark, String application, String words) {
        team.apply("""
                apiVersion: v1
                kind: Pod
                metadata:
                  name: NAME
                  labels: {spark-usher.io/role: driver}
                spec:
                  serviceAccountName: spark
                  restartPolicy: Never
                  containers:
                    - name: server
                      image: IMAGE
                      imagePullPolicy: IfNotPresent
                      env:
                        - {name: SPARK_USER, value: spark}
                        - name: SPARK_DRIVER_BIND_ADDRESS
                          valueFrom: {fieldRef: {fieldPath: status.podIP}}
                      args: [driver, --master, "k8s://https://kubernetes.default.svc", --name, NAME,
                        --conf, spark.driver.host=$(SPARK_DRIVER_BIND_ADDRESS),
                        --conf, spark.driver.memory=512m,
                        --conf, spark.driver.extraJavaOptions=-XX:TieredStopAtLevel=1,
                        --conf, spark.kubernetes.namespace=NAMESPACE,
                        --conf, spark.kubernetes.driver.pod.name=NAME,
                        --conf, spark.kubernetes.container.image=IMAGE,
                        --conf, spark.kubernetes.executor.request.cores=100m,
                        --conf, spark.executor.memory=512m,
                        --conf, spark.executor.instances=2,
                        --conf, spark.scheduler.minRegisteredResourcesRatio=1,
                        --conf, spark.scheduler.maxRegisteredResourcesWaitingTime=180s,
                        WORDS]
                """.replace("NAMESPACE", team.name())
                .replace("NAME", application)
                .replace("IMAGE", spark.image())
                .replace("WORDS", words));
        return new ServerPod(team, application);
    }

    private PodResource resource() {
        return team.client().pods().inNamespace(team.name()).withName(application);
    }

    Pod pod() {
        return resource().get();
    }

    /** Waits for its end, and gives what it has written. */
    String awaitEnd() {
        await("the end of " + application)
                .atMost(SparkJob.TO_FINISH)
                .until(() -> ENDED.contains(pod().getStatus().getPhase()));
        return resource().getLog();
    }

    /** Waits for a line of its log that contains a text. */
    String awaitLog(String text) {
        return await("\"" + text + "\" in the log of " + application)
                .atMost(SparkJob.TO_FINISH)
                .ignoreExceptions()
                .until(
                        () -> resource()
                                .getLog()
                                .lines()
                                .filter(line -> line.contains(text))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
