package io.sparkusher.e2e;

import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;

/** What tests of provisioning make. */
final class ProvisionObjects {
    private ProvisionObjects() {}

    /** As others than Spark Usher make one. */
    static ServiceAccount serviceAccount(String namespace, String name) {
        return new ServiceAccountBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .build();
    }
}
