package io.sparkusher.webhook.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusalTest {
    private static final ServiceAccount ACCOUNT = new ServiceAccountBuilder()
            .withNewMetadata()
            .withNamespace("team-a")
            .withName("spark")
            .endMetadata()
            .build();

    @Test
    void saysWhatIsToBeBoundWhereTheGrantIsMissing() {
        assertEquals(
                Optional.of(
                        new Refusal(
                                TroubleCode.GrantMissing,
                                "Spark Usher may not create the ServiceAccount team-a/spark: bind the ClusterRole spark-usher-provisioner-in-namespace to its provisioner in namespace team-a, or take the label spark-usher.io/provision off that namespace")),
                refusal(403));
    }

    @Test
    void isSilentWhereAnotherWasQuickerOrTheNamespaceIsGone() {
        assertEquals(Optional.empty(), refusal(409));
        assertEquals(Optional.empty(), refusal(404));
    }

    @Test
    void isSilentWhereTheNamespaceIsBeingDeleted() {
        Status status = new StatusBuilder()
                .withCode(403)
                .withNewDetails()
                .addNewCause("metadata.namespace", "it is being terminated", "NamespaceTerminating")
                .endDetails()
                .build();
        KubernetesClientException ending = new KubernetesClientException("forbidden", 403, status);
        assertEquals(Optional.empty(), Refusal.of(ending, "create", ACCOUNT));
    }

    @Test
    void passesOnWhatTheApiServerSaysElse() {
        assertEquals(
                Optional.of(new Refusal(
                        TroubleCode.ProvisioningFailed,
                        "Spark Usher could not create the ServiceAccount team-a/spark, and tries again: full")),
                refusal(507));
    }

    private static Optional<Refusal> refusal(int code) {
        return Refusal.of(new KubernetesClientException("full", code, null), "create", ACCOUNT);
    }
}
