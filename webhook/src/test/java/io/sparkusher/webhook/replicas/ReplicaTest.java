package io.sparkusher.webhook.replicas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplicaTest {
    private static final Map<String, String> POD = Map.of("POD_NAME", "spark-usher-7d9f-x2x4z", "POD_UID", "u-1");

    @Test
    void aPodOwnsItsLease() {
        Replica replica = Replica.of(POD, "spark-usher");

        assertEquals("spark-usher-replica-spark-usher-7d9f-x2x4z", replica.leaseName());
        assertEquals("u-1", replica.pod().orElseThrow().getUid());
    }

    @Test
    void outsideAPodEveryProcessHasItsOwnName() {
        Replica replica = Replica.of(Map.of("HOSTNAME", "My_Host"), "spark-usher");

        assertEquals("my-host-" + ProcessHandle.current().pid(), replica.name());
        assertTrue(replica.pod().isEmpty());
    }

    @Test
    void ofALongNameItsEndStays() {
        String name = "p".repeat(252) + "z";

        String lease = new Replica(name, "spark-usher", Optional.empty()).leaseName();

        assertEquals(253, lease.length());
        assertTrue(lease.endsWith("pz"));
    }

    @Test
    void theLeaseSaysWhatThereIsToSayInMicroseconds() {
        LeaseContent content = new LeaseContent(
                Replica.of(POD, "spark-usher"),
                List.of(
                        new ReplicaAnnotation("told", () -> Optional.of("this")),
                        new ReplicaAnnotation("untold", Optional::empty)),
                Duration.ofSeconds(15),
                () -> Instant.parse("2026-11-25T12:00:00.123456789Z"));

        Lease lease = content.now();

        assertEquals(Map.of("told", "this"), lease.getMetadata().getAnnotations());
        assertNull(lease.getMetadata().getAnnotations().get("untold"));
        assertEquals("webhook", lease.getMetadata().getLabels().get(LeaseNames.REPLICA_LABEL));
        assertNotNull(lease.getMetadata().getOwnerReferences().get(0));
        assertEquals(123_456_000, lease.getSpec().getRenewTime().getNano());
    }
}
