package io.sparkusher.webhook.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sparkusher.policies.LoadResult.Refused;
import io.sparkusher.policies.source.Problem;
import io.sparkusher.policies.source.Problem.Severity;
import io.sparkusher.webhook.inforce.PolicyStore;
import io.sparkusher.webhook.testing.Policies;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    private final PolicyStore policies;
    private final Readiness readiness;

    ReadinessTest() throws IOException {
        policies = new PolicyStore(Policies.load(Policies.labelling("one")), Instant.EPOCH);
        readiness = new Readiness(policies, List.of());
    }

    @Test
    void isReadyOnceItIsWarmAndUntilItDrains() {
        assertFalse(readiness.isReady());

        readiness.warmedUp();
        assertTrue(readiness.isReady());

        readiness.drain();
        assertFalse(readiness.isReady());
        assertTrue(readiness.report().contains("[-]drain shutting down"), readiness.report());
    }

    @Test
    void staysReadyWithOlderPoliciesAndSaysWhatKeepsTheNewestOut() {
        readiness.warmedUp();

        policies.keep(new Refused(List.of(new Problem(Severity.Error, "a.yaml", 7, "spec.band", "is unknown"))));

        assertTrue(readiness.isReady());
        assertEquals("""
                [+]policies 1 in force, of generation 1; errors that keep newer ones out: 1
                [+]warm-up done
                [+]drain not asked for
                a.yaml:7: spec.band: is unknown
                ready
                """, readiness.report());
    }
}
