package io.sparkusher.webhook.cluster;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Duration;

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

    /**
     * The same client, which tries no request again by itself: for whoever tries again with what is then to be said,
     * as what a request said before may be old. Needs not be closed.
     *
     * @param longest that a request may take
     */
    public static KubernetesClient impatient(KubernetesClient client, Duration longest) {
        RequestConfig config = new RequestConfigBuilder(
                        client.getConfiguration().getRequestConfig())
                .withRequestTimeout(Math.toIntExact(longest.toMillis()))
                .withRequestRetryBackoffLimit(0)
                .build();
        return client.newClient(config).adapt(KubernetesClient.class);
    }
}
