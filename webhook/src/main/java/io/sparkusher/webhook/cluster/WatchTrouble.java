package io.sparkusher.webhook.cluster;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.sparkusher.policies.source.Problem;
import io.sparkusher.policies.source.Problem.Severity;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What keeps the cluster from being read, as sentences for whoever installs the program. The log has each once. */
final class WatchTrouble {
    private static final Logger LOGGER = LoggerFactory.getLogger(WatchTrouble.class);

    private final String apiServer;
    private final Map<String, String> troubles = new ConcurrentHashMap<>();

    /** @param apiServer its URL */
    WatchTrouble(String apiServer) {
        this.apiServer = apiServer;
    }

    /** Reading that resource failed, and is tried again. */
    void met(String resource, Throwable failure) {
        String sentence = sentence(cause(failure));
        if (!sentence.equals(troubles.put(resource, sentence))) {
            LOGGER.warn("{}: {}; it is tried again", resource, sentence);
            LOGGER.debug("{}", resource, failure);
        }
    }

    /** Reading that resource succeeded. */
    void over(String resource) {
        if (troubles.remove(resource) != null) {
            LOGGER.info("{}: the API server answers again", resource);
        }
    }

    /** What there is now. */
    List<Problem> asProblems() {
        return troubles.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(trouble -> new Problem(Severity.Error, trouble.getKey(), 0, "", trouble.getValue()))
                .toList();
    }

    private String sentence(Throwable cause) {
        int code = cause instanceof KubernetesClientException exception ? exception.getCode() : 0;
        return switch (code) {
            case HttpURLConnection.HTTP_NOT_FOUND ->
                "the cluster has no such resource: apply the CustomResourceDefinitions of manifests/crds";
            case HttpURLConnection.HTTP_FORBIDDEN ->
                "may not be listed and watched: bind the account of this program to the ClusterRole of manifests/base";
            case HttpURLConnection.HTTP_UNAUTHORIZED ->
                "the API server at %s does not accept the credentials: renew those of KUBECONFIG, or let the pod mount"
                                .formatted(apiServer)
                        + " its service account's token";
            case 0 ->
                "the API server at %s cannot be reached (%s): let the network reach it, or name another by KUBECONFIG"
                        .formatted(apiServer, cause);
            default -> "the API server at %s answers %d: see its log".formatted(apiServer, code);
        };
    }

    /** The answer of the API server where there was one, or else what began it. */
    private static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !hasAnswer(cause)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static boolean hasAnswer(Throwable cause) {
        return cause instanceof KubernetesClientException exception && exception.getCode() > 0;
    }
}
