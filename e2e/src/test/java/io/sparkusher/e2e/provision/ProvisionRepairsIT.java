package io.sparkusher.e2e.provision;

import static io.sparkusher.e2e.provision.OptedInNamespace.BOTH_ROLES;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.sparkusher.e2e.Cluster;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What others make or change beside the provisioner. */
class ProvisionRepairsIT extends ProvisionTests {
    @Test
    void leavesAloneWhatOthersMade() {
        team.grant();
        provisioning.admin().resource(team.foreign("d")).create();
        team.policy(BOTH_ROLES);
        team.awaitThere("e");
        team.awaitEvent("AccountNotOurs");
        assertEquals(Map.of(), team.accountNamed("d").getMetadata().getLabels());
        assertFalse(team.isBound());
    }

    @Test
    void repairsWhatOthersChangedAndKeepsWhatTheyAdded() {
        team.grant();
        team.policy(BOTH_ROLES);
        team.awaitThere("e");
        team.awaitBound();
        provisioning
                .admin()
                .resource(team.accountNamed("e"))
                .edit(account -> new ServiceAccountBuilder(account)
                        .editMetadata()
                        .addToAnnotations("eks.amazonaws.com/role-arn", "arn:aws:iam::1:role/spark")
                        .endMetadata()
                        .addNewImagePullSecret("registry")
                        .withAutomountServiceAccountToken(true)
                        .build());
        provisioning
                .admin()
                .resource(team.binding())
                .edit(binding -> new RoleBindingBuilder(binding)
                        .addNewSubject(null, "ServiceAccount", "default", team.name())
                        .build());

        await().atMost(Cluster.TO_SETTLE).until(() -> !team.accountNamed("e").getAutomountServiceAccountToken());
        await().atMost(Cluster.TO_SETTLE)
                .until(() -> team.binding().getSubjects().size() == 1);
        ServiceAccount repaired = team.accountNamed("e");
        assertEquals("registry", repaired.getImagePullSecrets().get(0).getName());
        assertEquals(
                "arn:aws:iam::1:role/spark",
                repaired.getMetadata().getAnnotations().get("eks.amazonaws.com/role-arn"));
    }

    @Test
    void makesABindingAnewThatSomebodyLetBindAnotherRole() {
        team.grant();
        team.policy(BOTH_ROLES);
        team.awaitBound();
        RoleBinding view = new RoleBindingBuilder(team.binding())
                .editMetadata()
                .withResourceVersion(null)
                .withUid(null)
                .endMetadata()
                .editRoleRef()
                .withName("view")
                .endRoleRef()
                .build();
        await().atMost(Cluster.TO_SETTLE).until(() -> isReplacedBy(view));

        await().atMost(Cluster.TO_SETTLE)
                .until(() -> team.binding() != null
                        && team.binding().getRoleRef().getName().equals("spark-usher-driver"));
    }

    /** Not where the provisioner is quicker and makes the deleted one anew. */
    private static boolean isReplacedBy(RoleBinding other) {
        try {
            provisioning.admin().resource(other).delete();
            provisioning.admin().resource(other).create();
            return true;
        } catch (KubernetesClientException taken) {
            return false;
        }
    }
}
