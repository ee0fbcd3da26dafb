package io.sparkusher.e2e.provision;

import static io.sparkusher.e2e.provision.OptedInNamespace.BOTH_ROLES;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.sparkusher.e2e.Cluster;
import io.sparkusher.e2e.SparkPods;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Service accounts are made, kept and ended as policies ask for them. */
class ProvisionedAccountsIT extends ProvisionTests {
    @Test
    void makesAccountsWhileAPolicyAsksForThemOrAPodUsesThem() {
        team.grant();
        team.policy(BOTH_ROLES);
        team.awaitThere("d");
        team.awaitThere("e");
        assertEquals(true, team.accountNamed("d").getAutomountServiceAccountToken());
        assertEquals(false, team.accountNamed("e").getAutomountServiceAccountToken());
        team.awaitBound();

        Pod driver = SparkPods.driver("uses-d");
        driver.getMetadata().setNamespace(team.name());
        driver.getSpec().setServiceAccountName("d");
        provisioning.admin().resource(driver).create();
        provisioning
                .admin()
                .genericKubernetesResources("spark-usher.io/v1alpha1", "SparkPodPolicy")
                .inNamespace(team.name())
                .delete();
        team.awaitGone("e");
        assertTrue(team.isBound(), "The driver's rights are gone before the driver is");
        team.awaitThere("d");

        provisioning.admin().resource(driver).withGracePeriod(0).delete();
        team.awaitGone("d");
        assertFalse(team.isBound());
    }

    @Test
    void makesTheAccountsOfAClusterPolicyWhereItIsFor() {
        team.grant();
        String name = team.name();
        var policy = Serialization.unmarshal("""
                apiVersion: spark-usher.io/v1alpha1
                kind: ClusterSparkPodPolicy
                metadata: {name: %1$s}
                spec:
                  namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %1$s}}
                  executor: {serviceAccount: {name: of-the-cluster, provision: true}}
                """.formatted(name), GenericKubernetesResource.class);
        provisioning.admin().resource(policy).create();
        try {
            team.awaitThere("of-the-cluster");
        } finally {
            provisioning.admin().resource(policy).delete();
        }
        team.awaitGone("of-the-cluster");
    }

    @Test
    void goesOnWithTheLastUsableVersionOfAPolicy() {
        team.grant();
        team.policy(BOTH_ROLES);
        team.awaitThere("d");
        team.policy("{executor: {nodePool: {type: Single, single: {pool: there-is-none}}}}");
        provisioning.admin().resource(team.accountNamed("d")).delete();
        team.awaitThere("d");
    }

    @Test
    void hasAnotherGoOnWhereOneEnds() throws IOException {
        team.grant();
        await().atMost(Cluster.TO_SETTLE).until(provisioning.process()::leads);
        ProvisionerProcess other = provisioning.handOver();
        await().atMost(Cluster.TO_SETTLE).until(other::leads);
        team.policy(BOTH_ROLES);
        team.awaitThere("d");
    }
}
