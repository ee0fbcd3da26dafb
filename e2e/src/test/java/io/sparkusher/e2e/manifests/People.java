package io.sparkusher.e2e.manifests;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Users of the cluster who may do what roles say and nothing else; their roles go with the tests. */
final class People implements AutoCloseable {
    private static final String RBAC = "rbac.authorization.k8s.io";

    private final KubernetesClient admin;
    private final List<KubernetesClient> clients = new ArrayList<>();
    private final Deque<HasMetadata> made = new ArrayDeque<>();

    /** @param admin may impersonate everybody and grant everything */
    People(KubernetesClient admin) {
        this.admin = admin;
    }

    /** The right to do something with a resource, or a subresource, of an API group. */
    static PolicyRule right(String group, String resource, String... verbs) {
        return new PolicyRuleBuilder()
                .withApiGroups(group)
                .withResources(resource)
                .withVerbs(verbs)
                .build();
    }

    /** A client that the API server takes for the user's. */
    KubernetesClient client(String user) {
        Config config = new ConfigBuilder(admin.getConfiguration())
                .withImpersonateUsername(user)
                .build();
        KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build();
        clients.add(client);
        return client;
    }

    /** Grants rights in one namespace; once for each user and namespace. */
    void grant(String user, String namespace, PolicyRule... rights) {
        make(new RoleBuilder()
                .withNewMetadata()
                .withName(roleOf(user))
                .withNamespace(namespace)
                .endMetadata()
                .withRules(rights)
                .build());
        make(new RoleBindingBuilder()
                .withNewMetadata()
                .withName(roleOf(user))
                .withNamespace(namespace)
                .endMetadata()
                .withNewRoleRef(RBAC, "Role", roleOf(user))
                .addNewSubject(RBAC, "User", user, null)
                .build());
    }

    /** Grants rights in all namespaces, and to what belongs to none; once for each user. */
    void grantEverywhere(String user, PolicyRule... rights) {
        make(new ClusterRoleBuilder()
                .withNewMetadata()
                .withName(roleOf(user))
                .endMetadata()
                .withRules(rights)
                .build());
        make(new ClusterRoleBindingBuilder()
                .withNewMetadata()
                .withName(roleOf(user))
                .endMetadata()
                .withNewRoleRef(RBAC, "ClusterRole", roleOf(user))
                .addNewSubject(RBAC, "User", user, null)
                .build());
    }

    private static String roleOf(String user) {
        return "spark-usher-e2e-" + user.replace(':', '-');
    }

    private void make(HasMetadata object) {
        made.push(object);
        admin.resource(object).forceConflicts().serverSideApply();
    }

    @Override
    public void close() {
        clients.forEach(KubernetesClient::close);
        made.forEach(object -> admin.resource(object).delete());
    }
}
