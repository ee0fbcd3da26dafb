package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Adds secrets with which images are pulled. Does nothing for one that is there; a pod cannot refuse it. */
public record ImagePullSecretsInjection(List<ObjectNode> secrets) implements Injection {
    @Override
    public void applyTo(PolicyApplication application) {
        var list = application.pod().spec().member("imagePullSecrets");
        for (ObjectNode secret : secrets) {
            application.element(field(secret.path("name").asText()), list, ListKey.NAME, secret);
        }
    }

    /** How reasons name the secret. */
    static String field(String name) {
        return "spec.imagePullSecrets[" + name + "]";
    }
}
