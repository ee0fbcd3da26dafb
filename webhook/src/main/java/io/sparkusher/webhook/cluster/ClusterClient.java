package io.sparkusher.webhook.cluster;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** The connection to the API server. */
public final class ClusterClient {
    /** Doubled up to 32 times: an API server that comes back is heard of within about three seconds. */
    private static final int RECONNECT_MILLIS = 100;

    /** Whoever asks has to be told soon what is wrong, and asks again. */
    private static final int RETRIES = 3;

    private ClusterClient() {}

    /**
     * A client of the cluster that {@code KUBECONFIG} names, or the pod's own where there is none. Connects to nothing
     * yet. To be closed after everything that uses it.
     */
    public static KubernetesClient create() {
        Config config = new ConfigBuilder()
                .withUserAgent("spark-usher")
                .withRequestRetryBackoffLimit(RETRIES)
                .withWatchReconnectInterval(RECONNECT_MILLIS)
                .build();
        return new KubernetesClientBuilder()
                .withConfig(config)
                .withKubernetesSerialization(new KubernetesSerialization(mapper(), true))
                .build();
    }

    /** Reads whatever the API server stores: one object that is beyond the usual limits would end every list and watch. */
    private static ObjectMapper mapper() {
        return new ObjectMapper(JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .maxNumberLength(Integer.MAX_VALUE)
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .build());
    }
}
