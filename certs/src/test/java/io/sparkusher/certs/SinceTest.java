package io.sparkusher.certs;

import static io.sparkusher.certs.Samples.authority;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SinceTest {
    private static final Duration ONE = Duration.ofSeconds(1);
    private static final Duration THREE = Duration.ofSeconds(3);

    private final X509Certificate first = authority().certificate();
    private final X509Certificate second = authority().certificate();

    @Test
    void countsFromTheFirstLookThatSawIt() {
        Since since = Since.NEVER.observe(List.of(first), ONE).observe(List.of(first, second), THREE);

        assertEquals(Optional.of(Duration.ofSeconds(2)), since.lasting(first, THREE));
        assertTrue(since.lasted(first, Duration.ofSeconds(2), THREE));
        assertFalse(since.lasted(first, THREE, THREE));
        assertEquals(Optional.of(Duration.ZERO), since.lasting(second, THREE));
    }

    @Test
    void beginsAnewAfterABreak() {
        Since broken = Since.NEVER.observe(List.of(first), ONE).observe(List.of(), ONE);

        assertEquals(Optional.empty(), broken.lasting(first, THREE));
        assertEquals(
                Optional.of(Duration.ZERO),
                broken.observe(List.of(first), THREE).lasting(first, THREE));
    }

    @Test
    void knowsWhatNobodyServesOnlyWhereAllReplicasSayWhatTheyServe() {
        ServedAuthorities open = new ServedAuthorities(Set.of(Fingerprint.of(first)), 0);
        ServedAuthorities silent = new ServedAuthorities(Set.of(Fingerprint.of(first)), 1);

        assertTrue(open.include(first));
        assertFalse(open.exclude(first));
        assertTrue(open.exclude(second));
        assertFalse(silent.exclude(second));
    }
}
