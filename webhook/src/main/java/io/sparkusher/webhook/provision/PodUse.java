package io.sparkusher.webhook.provision;

import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the API server whether a pod runs as an account: only when the account is about to go, so nobody watches pods. */
final class PodUse {
    private static final Logger LOGGER = LoggerFactory.getLogger(PodUse.class);

    private final KubernetesClient client;

    PodUse(KubernetesClient client) {
        this.client = client;
    }

    /** Why the account has to stay; empty where nothing keeps it. */
    Optional<Hold> of(AccountKey account) {
        try {
            boolean used = !client.pods()
                    .inNamespace(account.namespace())
                    .withField("spec.serviceAccountName", account.name())
                    .withoutField("status.phase", "Succeeded")
                    .withoutField("status.phase", "Failed")
                    .list(new ListOptionsBuilder().withLimit(1L).build())
                    .getItems()
                    .isEmpty();
            return used ? Optional.of(Hold.UsedByPods) : Optional.empty();
        } catch (KubernetesClientException exception) {
            LOGGER.debug("The pods of the {} cannot be listed", account, exception);
            return Optional.of(Hold.UseUnknown);
        }
    }
}
