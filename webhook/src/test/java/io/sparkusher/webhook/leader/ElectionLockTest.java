package io.sparkusher.webhook.leader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaderElectionRecord;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class ElectionLockTest {
    private final ElectionLock lock = new ElectionLock("spark-usher", "spark-usher", "a");

    @Test
    void aLeaseThatSaysNothingIsNobodys() {
        LeaderElectionRecord record = lock.toRecord(new Lease());

        assertNull(record.getHolderIdentity());
        assertEquals(Duration.ZERO, record.getLeaseDuration());
    }

    @Test
    void aLeaseThatOnlyNamesALeaderHasEnded() {
        Lease lease = new LeaseBuilder()
                .withNewSpec()
                .withHolderIdentity("b")
                .endSpec()
                .build();

        LeaderElectionRecord record = lock.toRecord(lease);

        assertEquals("b", record.getHolderIdentity());
        assertEquals(1970, record.getRenewTime().getYear());
    }

    @Test
    void aWholeLeaseIsReadAsItIs() {
        ZonedDateTime time = ZonedDateTime.of(2026, 11, 25, 12, 0, 0, 0, ZoneOffset.UTC);
        Lease lease = new LeaseBuilder()
                .withNewSpec()
                .withHolderIdentity("b")
                .withLeaseDurationSeconds(15)
                .withAcquireTime(time)
                .withRenewTime(time)
                .withLeaseTransitions(3)
                .endSpec()
                .build();

        assertEquals(new LeaderElectionRecord("b", Duration.ofSeconds(15), time, time, 3), lock.toRecord(lease));
    }
}
