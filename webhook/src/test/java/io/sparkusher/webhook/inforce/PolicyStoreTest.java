package io.sparkusher.webhook.inforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sparkusher.policies.LoadResult.Loaded;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.source.Problem;
import io.sparkusher.policies.source.Problem.Severity;
import io.sparkusher.webhook.testing.Policies;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyStoreTest {
    private static final Problem ERROR = new Problem(Severity.Error, "a.yaml", 1, "", "is wrong");
    private static final Problem WARNING = new Problem(Severity.Warning, "a.yaml", 2, "", "is odd");

    private final Loaded policies;

    PolicyStoreTest() throws IOException {
        policies = Policies.load(Policies.labelling("one"));
    }

    @Test
    void awaitsItsFirstPolicies() {
        PolicyStore store = PolicyStore.awaiting(policies.policies(), Instant.EPOCH);
        assertFalse(store.inForce().isLoaded());

        store.keep(List.of(ERROR));
        assertFalse(store.inForce().isLoaded());
        assertEquals(List.of(ERROR), store.state().problems());

        store.replace(policies.policies(), List.of(), 0, Instant.ofEpochSecond(1));
        assertTrue(store.inForce().isLoaded());
        assertEquals(new PolicySnapshot(policies.policies(), 1, Instant.ofEpochSecond(1)), store.inForce());
    }

    @Test
    void refreshesPoliciesWithoutANewGeneration() throws IOException {
        PolicyStore store = new PolicyStore(policies, Instant.EPOCH);
        store.replace(policies.policies(), List.of(WARNING), 3, Instant.ofEpochSecond(1));
        PolicySet same = Policies.load(Policies.labelling("one")).policies();

        store.refresh(same);

        assertEquals(new PolicySnapshot(same, 2, Instant.ofEpochSecond(1)), store.inForce());
        assertEquals(List.of(WARNING), store.state().problems());
        assertEquals(3, store.state().errors());
    }

    @Test
    void keepsWhatIsInForceAndCountsTheErrors() {
        PolicyStore store = new PolicyStore(policies, Instant.EPOCH);
        PolicySnapshot before = store.inForce();

        PolicyState state = store.keep(List.of(ERROR, WARNING));

        assertSame(before, state.inForce());
        assertEquals(1, state.errors());
    }
}
