package io.sparkusher.e2e.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Replicas that start at once, where nothing was before. */
@ExtendWith(NodeExtension.class)
@Tag("node")
class SharedAuthorityIT {
    private final NodeCluster cluster;

    SharedAuthorityIT(NodeCluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void twoReplicasThatStartAtOnceOnAnEmptyClusterAgreeOnOneAuthority() {
        cluster.usher().remove();
        cluster.install();
        List<Replica> replicas = cluster.usher().replicas();
        Authorities trusted = cluster.usher().authorities();
        assertEquals(2, replicas.size());
        assertEquals(1, trusted.certificates().size());
        for (Replica replica : replicas) {
            assertTrue(replica.isVouchedForBy(trusted), () -> replica.name() + " serves by another authority");
        }
        assertEquals(List.of("spark-usher-authority"), secrets());
    }

    private List<String> secrets() {
        return cluster.client().secrets().inNamespace(InstalledUsher.NAMESPACE).list().getItems().stream()
                .map(Secret::getMetadata)
                .map(metadata -> metadata.getName())
                .toList();
    }
}
