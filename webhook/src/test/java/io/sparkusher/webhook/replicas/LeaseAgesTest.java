package io.sparkusher.webhook.replicas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaseAgesTest {
    private static final int SECONDS = 15;

    private long nanos = -Duration.ofDays(1).toNanos();
    private final LeaseAges ages = new LeaseAges(() -> nanos);

    @Test
    void aLeaseCountsForItsDurationAfterItIsFirstSeen() {
        assertEquals(1, ages.live(List.of(lease("a", "1"))).size());
        pass(Duration.ofSeconds(SECONDS));
        assertEquals(1, ages.live(List.of(lease("a", "1"))).size());
        pass(Duration.ofMillis(1));
        assertEquals(0, ages.live(List.of(lease("a", "1"))).size());
    }

    @Test
    void aLeaseThatChangesCountsOn() {
        ages.live(List.of(lease("a", "1")));
        pass(Duration.ofSeconds(SECONDS));
        ages.see(lease("a", "2"));
        pass(Duration.ofSeconds(SECONDS));

        assertEquals(1, ages.live(List.of(lease("a", "2"))).size());
    }

    @Test
    void aLeaseThatIsOnlySeenAgainDoesNotCountForLonger() {
        ages.see(lease("a", "1"));
        pass(Duration.ofSeconds(SECONDS));
        ages.see(lease("a", "1"));
        pass(Duration.ofSeconds(1));

        assertEquals(0, ages.live(List.of(lease("a", "1"))).size());
    }

    @Test
    void aLeaseThatComesBackIsANewOne() {
        ages.live(List.of(lease("a", "1")));
        pass(Duration.ofMinutes(1));
        ages.live(List.of());

        assertEquals(1, ages.live(List.of(lease("a", "1"))).size());
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    private static Lease lease(String name, String version) {
        return new LeaseBuilder()
                .withNewMetadata()
                .withName(name)
                .withResourceVersion(version)
                .endMetadata()
                .withNewSpec()
                .withLeaseDurationSeconds(SECONDS)
                .endSpec()
                .build();
    }
}
