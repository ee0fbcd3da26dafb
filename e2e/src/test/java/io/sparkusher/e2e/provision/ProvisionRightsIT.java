package io.sparkusher.e2e.provision;

import static io.sparkusher.e2e.provision.OptedInNamespace.BOTH_ROLES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.sparkusher.e2e.AccountToken;
import io.sparkusher.e2e.SparkPods;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a driver may do by its account, and the provisioner by the one that it is shipped with. */
class ProvisionRightsIT extends ProvisionTests {
    @Test
    void givesADriverWhatItNeedsAndNothingElse() throws IOException {
        team.grant();
        team.policy(BOTH_ROLES);
        team.awaitBound();
        AccountToken token = AccountToken.of(
                provisioning.admin(), team.name(), "d", provisioning.settings().evidence());
        try (KubernetesClient driver = token.client()) {
            assertEquals(
                    List.of(), driver.pods().inNamespace(team.name()).list().getItems());
            assertForbidden(() -> driver.secrets().inNamespace(team.name()).list());
            assertForbidden(() -> driver.pods().inNamespace("default").list());
        }
    }

    @Test
    void mayDoNothingElse() throws IOException {
        team.grant();
        try (KubernetesClient granted = provisioning.account().client()) {
            assertForbidden(() -> granted.resource(team.foreign("anything"))
                    .inNamespace("default")
                    .create());
            assertForbidden(() -> granted.secrets().inNamespace(team.name()).list());
            assertForbidden(
                    () -> granted.secrets().inNamespace(Provisioning.OWN).list());
            assertForbidden(() -> granted.pods().inAnyNamespace().list());
            Pod pod = SparkPods.driver("made-by-us");
            assertForbidden(() -> granted.resource(pod).inNamespace(team.name()).create());
            RoleBinding toAdmin = new RoleBindingBuilder()
                    .withNewMetadata()
                    .withNamespace(team.name())
                    .withName("escalation")
                    .endMetadata()
                    .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "admin")
                    .addNewSubject(null, "ServiceAccount", "default", team.name())
                    .build();
            assertForbidden(() -> granted.resource(toAdmin).create());
        }
    }

    private static void assertForbidden(Executable call) {
        assertEquals(403, assertThrows(KubernetesClientException.class, call).getCode());
    }
}
