package io.sparkusher.policies.api;

/** One object of a kind of Spark Usher's. */
public sealed interface PolicyObject permits SparkPodPolicy, ClusterSparkPodPolicy, SparkNodePool {
    /** The API group of every kind. */
    String GROUP = "spark-usher.io";

    /** The only version so far. */
    String API_VERSION = GROUP + "/v1alpha1";

    Metadata metadata();

    /** The object's Kubernetes kind. */
    default String kind() {
        return getClass().getSimpleName();
    }
}
