package io.sparkusher.webhook.conflicts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sparkusher.policies.api.PolicyReference;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MetConflictsTest {
    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final Meeting A_B = new Meeting("SparkPodPolicy/team-a/a@1", "SparkPodPolicy/team-a/b@1");

    private final AtomicInteger told = new AtomicInteger();
    private Instant now = Instant.parse("2026-11-25T12:00:00Z");
    private final MetConflicts conflicts = new MetConflicts(MEMORY, () -> now);

    @Test
    void aConflictIsRememberedForAWhileAfterTheLastPodThatMetIt() {
        meet("a", "b");
        now = now.plus(MEMORY);
        meet("a", "b");
        now = now.plus(MEMORY);

        assertEquals(Set.of(A_B), conflicts.remembered());
        now = now.plusMillis(1);
        assertEquals(Set.of(), conflicts.remembered());
    }

    @Test
    void onlyAConflictThatIsNotRememberedIsNews() {
        conflicts.onNew(told::incrementAndGet);
        meet("a", "b");
        meet("a", "b");
        meet("a", "c");

        assertEquals(2, told.get());
    }

    @Test
    void ofTooManyTheOldestAreForgotten() {
        for (int pair = 0; pair <= MetConflicts.MAX; pair++) {
            meet("policy-" + pair, "b");
            now = now.plusMillis(1);
        }

        Set<Meeting> remembered = conflicts.remembered();

        assertEquals(MetConflicts.MAX, remembered.size());
        assertTrue(remembered.stream().noneMatch(meeting -> meeting.yielded().contains("policy-0@")));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        meet("a", "b");
        meet("c", "b");

        assertEquals(conflicts.remembered(), Meeting.read(Meeting.write(conflicts.remembered())));
    }

    @Test
    void whatCannotBeReadIsPassedOver() {
        assertEquals(Set.of(A_B), Meeting.read("," + A_B.yielded() + " " + A_B.won() + ",x,x y z"));
    }

    private void meet(String yielded, String won) {
        conflicts.conflicted(policy(yielded), policy(won));
    }

    private static PolicyReference policy(String name) {
        return new PolicyReference("SparkPodPolicy", "team-a", name, OptionalLong.of(1));
    }
}
