package io.sparkusher.e2e.replay;

import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Has the API server create pods that are JSON already, as many at a time as it is asked for. */
record PodCreator(KubernetesClient client) implements AutoCloseable {
    private static final Duration TO_ANSWER = Duration.ofSeconds(30);

    /** To the cluster of {@code KUBECONFIG}. Nothing is tried again: what was refused once has been refused. */
    static PodCreator connect() {
        return new PodCreator(new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder().withRequestRetryBackoffLimit(0).build())
                .build());
    }

    CompletableFuture<Creation> create(String namespace, String pod) {
        return send(namespace, "", pod);
    }

    /** All the way but the last, into the store. */
    CompletableFuture<Creation> dryRun(String namespace, String pod) {
        return send(namespace, "?dryRun=All", pod);
    }

    private CompletableFuture<Creation> send(String namespace, String query, String pod) {
        URI pods = URI.create(client.getMasterUrl() + "api/v1/namespaces/" + namespace + "/pods" + query);
        HttpRequest request = client.getHttpClient()
                .newHttpRequestBuilder()
                .uri(pods)
                .post("application/json", pod.getBytes(StandardCharsets.UTF_8))
                .timeout(TO_ANSWER.toSeconds(), TimeUnit.SECONDS)
                .build();
        return client.getHttpClient()
                .sendAsync(request, String.class)
                .thenApply(PodCreator::outcome)
                .exceptionally(failure -> new Creation.Refused(String.valueOf(failure)));
    }

    private static Creation outcome(HttpResponse<String> response) {
        return response.code() == HttpURLConnection.HTTP_CREATED
                ? new Creation.Created(response.body())
                : new Creation.Refused(response.code() + " " + response.body());
    }

    @Override
    public void close() {
        client.close();
    }
}
