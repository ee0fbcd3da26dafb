package io.sparkusher.webhook.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final AccountKey KEY = new AccountKey("team-a", "spark");
    private static final SortedSet<AccountKey> RELEASED = new TreeSet<>(List.of(KEY));
    private static final SortedSet<AccountKey> NONE = new TreeSet<>();

    private final Retention retention = new Retention(Duration.ofSeconds(60));

    @Test
    void keepsWhatWasReleasedAMomentAgoAndAsksNobody() {
        assertEquals(Map.of(KEY, Hold.JustReleased), retention.holds(RELEASED, at(0), key -> fail()));
        assertEquals(Map.of(KEY, Hold.JustReleased), retention.holds(RELEASED, at(59), key -> fail()));
    }

    @Test
    void letsGoWhatNoPodUsesAfterThat() {
        retention.holds(RELEASED, at(0), key -> fail());
        assertEquals(Map.of(), retention.holds(RELEASED, at(60), key -> Optional.empty()));
    }

    @Test
    void keepsWhatPodsUseForAsLongAsTheyDo() {
        retention.holds(RELEASED, at(0), key -> fail());
        assertEquals(
                Map.of(KEY, Hold.UsedByPods), retention.holds(RELEASED, at(9999), key -> Optional.of(Hold.UsedByPods)));
    }

    @Test
    void beginsAnewWhereAPolicyAskedForItInBetween() {
        retention.holds(RELEASED, at(0), key -> fail());
        retention.holds(NONE, at(30), key -> fail());
        assertEquals(Map.of(KEY, Hold.JustReleased), retention.holds(RELEASED, at(60), key -> fail()));
    }

    private static Instant at(long seconds) {
        return Instant.EPOCH.plusSeconds(seconds);
    }
}
