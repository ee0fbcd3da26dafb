package io.sparkusher.webhook.trust;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our webhook configurations in the cluster. Either may not be there, or come later. */
public final class WebhookConfigurations {
    private static final Logger LOGGER = LoggerFactory.getLogger(WebhookConfigurations.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PatchContext PATCH = new PatchContext.Builder()
            .withPatchType(PatchType.JSON)
            .withFieldManager("spark-usher")
            .build();

    private final KubernetesClient client;
    private final List<Resource<GenericKubernetesResource>> ours;
    private final OwnerNamespace owner;

    public WebhookConfigurations(KubernetesClient client, ConfigurationNames names, OwnerNamespace owner) {
        this.client = client;
        this.owner = owner;
        ours = List.of(
                resource("MutatingWebhookConfiguration", names.mutating()),
                resource("ValidatingWebhookConfiguration", names.validating()));
    }

    private Resource<GenericKubernetesResource> resource(String kind, String name) {
        return client.genericKubernetesResources(new ResourceDefinitionContext.Builder()
                        .withGroup("admissionregistration.k8s.io")
                        .withVersion("v1")
                        .withKind(kind)
                        .withPlural(kind.toLowerCase(Locale.ROOT) + "s")
                        .withNamespaced(false)
                        .build())
                .withName(name);
    }

    /** Where to listen for changes. */
    List<Resource<GenericKubernetesResource>> resources() {
        return ours;
    }

    /**
     * Those that are there, as they are now.
     *
     * @throws KubernetesClientException if the API server does not answer, or refuses to
     */
    public ReadConfigurations read() {
        List<WebhookConfiguration> read = new ArrayList<>();
        for (Resource<GenericKubernetesResource> resource : ours) {
            GenericKubernetesResource object = resource.get();
            if (object != null) {
                read.add(new WebhookConfiguration(JSON.valueToTree(object)));
            }
        }
        return new ReadConfigurations(read);
    }

    /**
     * Makes them what they should be. One that has changed since it was read is left alone: to be read again.
     *
     * @return whether anything was to be done, and so is to be read back
     * @throws KubernetesClientException if the API server does not answer, or refuses to
     */
    public boolean heal(ReadConfigurations read, Healing healing) {
        boolean wrong = false;
        for (WebhookConfiguration configuration : read.configurations()) {
            HealingPatch patch = HealingPatch.of(configuration, healing, owner);
            if (!patch.isEmpty()) {
                wrong = true;
                apply(configuration, patch);
            }
        }
        return wrong;
    }

    /**
     * Removes them. One that is not there is no error.
     *
     * @throws KubernetesClientException if the API server does not answer, or refuses to
     */
    void delete() {
        ours.forEach(Resource::delete);
    }

    private void apply(WebhookConfiguration configuration, HealingPatch patch) {
        GenericKubernetesResource object = JSON.convertValue(configuration.object(), GenericKubernetesResource.class);
        try {
            client.resource(object).patch(PATCH, patch.json());
            LOGGER.info("Healed the trust or the owner of {}", configuration.name());
        } catch (KubernetesClientException exception) {
            if (exception.getCode() != HttpURLConnection.HTTP_CONFLICT
                    && exception.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
                throw exception;
            }
            LOGGER.debug("{} has changed meanwhile", configuration.name());
        }
    }
}
