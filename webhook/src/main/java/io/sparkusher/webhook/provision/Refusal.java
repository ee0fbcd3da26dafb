package io.sparkusher.webhook.provision;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.Optional;

/** Why the API server did not do a step, in words for whoever can change that. */
record Refusal(TroubleCode code, String sentence) {
    /** The role that an admin binds to us in each namespace that opts in. */
    static final String ROLE_IN_NAMESPACE = "spark-usher-provisioner-in-namespace";

    /** The cause that the API server names where a namespace is being deleted: k8s.io/api/core/v1. */
    private static final String ENDING = "NamespaceTerminating";

    /** Empty where it is nobody's trouble: another was quicker, or the namespace is gone. The next plan knows of it. */
    static Optional<Refusal> of(KubernetesClientException exception, String verb, HasMetadata object) {
        String namespace = object.getMetadata().getNamespace();
        String what = "%s %s/%s"
                .formatted(object.getKind(), namespace, object.getMetadata().getName());
        if (isEnding(exception)) {
            return Optional.empty();
        }
        return switch (exception.getCode()) {
            case HttpURLConnection.HTTP_CONFLICT, HttpURLConnection.HTTP_NOT_FOUND -> Optional.empty();
            case HttpURLConnection.HTTP_FORBIDDEN ->
                Optional.of(new Refusal(TroubleCode.GrantMissing, grantMissing(verb, what, namespace)));
            default ->
                Optional.of(new Refusal(
                        TroubleCode.ProvisioningFailed,
                        "Spark Usher could not %s the %s, and tries again: %s"
                                .formatted(verb, what, exception.getMessage())));
        };
    }

    private static boolean isEnding(KubernetesClientException exception) {
        Status status = exception.getStatus();
        return status != null
                && status.getDetails() != null
                && status.getDetails().getCauses().stream().anyMatch(cause -> ENDING.equals(cause.getReason()));
    }

    private static String grantMissing(String verb, String what, String namespace) {
        return "Spark Usher may not %s the %s: bind the ClusterRole %s to its provisioner in namespace %s, or take the label %s off that namespace"
                .formatted(verb, what, ROLE_IN_NAMESPACE, namespace, NamespaceView.OPT_IN_LABEL);
    }
}
