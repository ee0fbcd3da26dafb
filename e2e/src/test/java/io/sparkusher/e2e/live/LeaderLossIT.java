package io.sparkusher.e2e.live;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.sparkusher.e2e.Cluster;
import io.sparkusher.e2e.Replicas;
import io.sparkusher.e2e.Settings;
import io.sparkusher.e2e.StoredPolicies;
import io.sparkusher.e2e.UsherServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What policies say of themselves goes on being written when the replica that wrote it is gone without a word. */
class LeaderLossIT {
    private static final Duration SOON = Duration.ofSeconds(5);

    /** A Lease that nobody renews lasts for 15 s, and those who wait for it ask about every three. */
    private static final Duration TO_TAKE_OVER = Duration.ofSeconds(25);

    private final Cluster cluster = Cluster.connect();

    @Test
    void anotherReplicaTakesOverWhenTheLeaderIsKilled() throws Exception {
        Settings settings = Settings.ofTheBuild();
        try (StoredPolicies policies = StoredPolicies.prepare(cluster.client(), settings);
                Replicas replicas = Replicas.start(settings)) {
            StoredStatus status = new StoredStatus(cluster, policies, "labels");
            policies.apply(StoredPolicies.labelling("labels", "before"));
            status.awaitCondition(1, "Ready", "True", SOON);
            String leader = leader();

            replicas.servers().stream().filter(server -> server.isNamed(leader)).forEach(UsherServer::kill);
            policies.apply(StoredPolicies.labelling("labels", "after"));

            status.awaitCondition(2, "Ready", "True", TO_TAKE_OVER);
            assertNotEquals(leader, leader());
        } finally {
            cluster.client().close();
        }
    }

    private String leader() {
        Lease lease = cluster.client()
                .leases()
                .inNamespace(StoredPolicies.NAMESPACE)
                .withName("spark-usher")
                .require();
        return lease.getSpec().getHolderIdentity();
    }
}
