package io.sparkusher.e2e.provision;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.sparkusher.e2e.Cluster;
import io.sparkusher.e2e.ScratchNamespace;

/** A namespace whose policy asks for service accounts, and what is there of them. */
record OptedInNamespace(KubernetesClient admin, ScratchNamespace namespace) implements AutoCloseable {
    static final String BOTH_ROLES = """
            {driver: {serviceAccount: {name: d, provision: true}},
            executor: {serviceAccount: {name: e, provision: true}}}
            """;
    private static final String DRIVER_BINDING = "spark-usher-driver-d";

    /** Made anew; it has opted in, and nothing is granted yet. */
    static OptedInNamespace make(KubernetesClient admin, String name) {
        OptedInNamespace team = new OptedInNamespace(admin, ScratchNamespace.make(admin, name));
        team.label("enabled");
        return team;
    }

    String name() {
        return namespace.name();
    }

    void label(String provision) {
        admin.namespaces()
                .withName(name())
                .edit(present -> new NamespaceBuilder(present)
                        .editMetadata()
                        .addToLabels("spark-usher.io/provision", provision)
                        .endMetadata()
                        .build());
    }

    /** As docs/service-accounts.md has a namespace's admin do it. */
    void grant() {
        admin.resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withNamespace(name())
                        .withName("spark-usher-provisioner")
                        .endMetadata()
                        .withNewRoleRef(
                                "rbac.authorization.k8s.io", "ClusterRole", "spark-usher-provisioner-in-namespace")
                        .addNewSubject(null, "ServiceAccount", Provisioning.ACCOUNT, Provisioning.OWN)
                        .build())
                .create();
    }

    /** Makes the namespace's one policy, or edits it. */
    void policy(String spec) {
        admin.resource(Serialization.unmarshal("""
                        apiVersion: spark-usher.io/v1alpha1
                        kind: SparkPodPolicy
                        metadata: {name: accounts, namespace: %s}
                        spec: %s
                        """.formatted(name(), spec), GenericKubernetesResource.class))
                .forceConflicts()
                .serverSideApply();
    }

    /** An account that is not the provisioner's, to be created. */
    ServiceAccount foreign(String account) {
        return new ServiceAccountBuilder()
                .withNewMetadata()
                .withNamespace(name())
                .withName(account)
                .endMetadata()
                .build();
    }

    ServiceAccount accountNamed(String account) {
        return admin.serviceAccounts().inNamespace(name()).withName(account).get();
    }

    RoleBinding binding() {
        return admin.rbac()
                .roleBindings()
                .inNamespace(name())
                .withName(DRIVER_BINDING)
                .get();
    }

    boolean isBound() {
        return binding() != null;
    }

    void awaitBound() {
        await("the driver's binding").atMost(Cluster.TO_SETTLE).until(this::isBound);
    }

    void awaitThere(String account) {
        await("the service account " + account).atMost(Cluster.TO_SETTLE).until(() -> accountNamed(account) != null);
    }

    void awaitGone(String account) {
        await("the end of the service account " + account)
                .atMost(Cluster.TO_SETTLE)
                .until(() -> accountNamed(account) == null);
    }

    void assertNotThere(String account) {
        assertEquals(null, accountNamed(account));
    }

    void awaitEvent(String reason) {
        await("the event " + reason)
                .atMost(Cluster.TO_SETTLE)
                .until(() -> admin.events().v1().events().inNamespace(name()).list().getItems().stream()
                        .anyMatch(event -> event.getReason().equals(reason)
                                && event.getRegarding().getName().equals("accounts")));
    }

    @Override
    public void close() {
        namespace.close();
    }
}
