package io.sparkusher.policies.check;

import io.sparkusher.policies.api.Band;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The Spark properties that are of no use, or of harm, to a driver whose pod is made already: those that
 * {@code spark-submit} made the pod of, and those by which the pod is reached. From the sources of Spark 3.5 and 4.1:
 * org.apache.spark.deploy.k8s.features, SparkSubmitArguments, and the launcher's SparkSubmitCommandBuilder.
 */
final class SpentProperties {
    private static final String USED_UP = "which spark-submit used up when it made the driver's pod";
    private static final String ASK_AT_SUBMISSION = USED_UP + ": set it at spark-submit";
    private static final String ADDRESS =
            "by which executors find the driver through a service that is made already: remove it";

    /** Of the driver's properties those that Spark reads in the running driver. */
    private static final Set<String> STILL_READ = Set.of(
            "spark.kubernetes.driver.annotateExitException",
            "spark.kubernetes.driver.connectionTimeout",
            "spark.kubernetes.driver.ownPersistentVolumeClaim",
            "spark.kubernetes.driver.requestTimeout",
            "spark.kubernetes.driver.reusePersistentVolumeClaim",
            "spark.kubernetes.driver.service.deleteOnTermination",
            "spark.kubernetes.driver.waitToReusePersistentVolumeClaim");

    /** What to do instead, by the beginning of the property's name: the first that fits counts. */
    private static final Map<String, String> BY_PREFIX = new LinkedHashMap<>();

    /** What spark-submit or its launcher reads, neither of which looks where a Default policy puts it. */
    private static final Set<String> ONLY_REQUIRED = Set.of(
            "spark.driver.defaultExtraClassPath",
            "spark.driver.defaultJavaOptions",
            "spark.driver.extraClassPath",
            "spark.driver.extraJavaOptions",
            "spark.driver.extraLibraryPath",
            "spark.jars",
            "spark.jars.excludes",
            "spark.jars.ivy",
            "spark.jars.ivySettings",
            "spark.jars.packages",
            "spark.jars.repositories",
            "spark.kerberos.keytab",
            "spark.kerberos.principal",
            "spark.submit.pyFiles");

    static {
        BY_PREFIX.put("spark.app.id", "which the labels of the application's pods carry already: remove it");
        BY_PREFIX.put("spark.driver.bindAddress", ADDRESS);
        BY_PREFIX.put("spark.driver.blockManager.port", ADDRESS);
        BY_PREFIX.put("spark.driver.cores", ASK_AT_SUBMISSION);
        BY_PREFIX.put("spark.driver.host", ADDRESS);
        BY_PREFIX.put("spark.driver.memory", USED_UP + ", so that a bigger heap would not fit: set it at spark-submit");
        BY_PREFIX.put("spark.driver.minMemoryOverhead", ASK_AT_SUBMISSION);
        BY_PREFIX.put("spark.driver.port", ADDRESS);
        BY_PREFIX.put("spark.driver.resource.", ASK_AT_SUBMISSION);
        BY_PREFIX.put("spark.kubernetes.authenticate.driver.mounted.", "");
        BY_PREFIX.put("spark.kubernetes.authenticate.driver.serviceAccountName", use("serviceAccount"));
        BY_PREFIX.put("spark.kubernetes.authenticate.driver.", ASK_AT_SUBMISSION);
        BY_PREFIX.put("spark.kubernetes.authenticate.submission.", ASK_AT_SUBMISSION);
        BY_PREFIX.put("spark.kubernetes.driver.annotation.", use("annotations"));
        BY_PREFIX.put("spark.kubernetes.driver.label.", use("labels"));
        BY_PREFIX.put("spark.kubernetes.driver.node.selector.", use("nodeSelector"));
        BY_PREFIX.put("spark.kubernetes.driver.scheduler.name", use("schedulerName"));
        BY_PREFIX.put("spark.kubernetes.driver.secretKeyRef.", use("env"));
        BY_PREFIX.put("spark.kubernetes.driver.secrets.", use("volumes and spec.driver.volumeMounts"));
        BY_PREFIX.put("spark.kubernetes.driver.volumes.", use("volumes and spec.driver.volumeMounts"));
        BY_PREFIX.put("spark.kubernetes.driver.", ASK_AT_SUBMISSION);
        BY_PREFIX.put("spark.kubernetes.driverEnv.", use("env"));
        BY_PREFIX.put("spark.kubernetes.file.upload.path", ASK_AT_SUBMISSION);
        BY_PREFIX.put(
                "spark.kubernetes.namespace", "which is the driver's own, where its executors may run: remove it");
        BY_PREFIX.put("spark.kubernetes.submission.", ASK_AT_SUBMISSION);
        BY_PREFIX.put("spark.kubernetes.submitInDriver", "by which a driver knows that it is in a pod: remove it");
        BY_PREFIX.put("spark.master", "which says where the driver runs, and it runs: remove it");
        BY_PREFIX.put("spark.remote", "which says where the driver runs, and it runs: remove it");
        BY_PREFIX.put("spark.submit.deployMode", "which is client in a driver's pod whatever else is said: remove it");
    }

    private SpentProperties() {}

    private static String use(String field) {
        return USED_UP + ": use spec.driver." + field;
    }

    /** What is wrong with setting the property in a policy, empty where nothing is. */
    static Optional<String> fault(String name, Band band) {
        if (STILL_READ.contains(name)) {
            return Optional.empty();
        }
        Optional<String> spent = BY_PREFIX.entrySet().stream()
                .filter(entry -> name.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (spent.isEmpty() && band == Band.Default && ONLY_REQUIRED.contains(name)) {
            return Optional.of("which spark-submit reads before it looks at what a Default policy sets:"
                    + " move it to a policy with band: Required");
        }
        return spent.filter(fault -> !fault.isEmpty());
    }
}
