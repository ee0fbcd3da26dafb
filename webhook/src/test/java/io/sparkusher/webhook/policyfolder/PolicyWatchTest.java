package io.sparkusher.webhook.policyfolder;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.sparkusher.policies.LoadResult.Loaded;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.source.PolicySources;
import io.sparkusher.webhook.inforce.PolicyStore;
import io.sparkusher.webhook.testing.Eventually;
import io.sparkusher.webhook.testing.Policies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyWatchTest {
    private static final Duration NEVER = Duration.ofHours(1);
    private static final WatchSettings BY_EVENTS =
            new WatchSettings(Duration.ofMillis(50), Duration.ofSeconds(1), NEVER);
    private static final WatchSettings BY_RESCAN =
            new WatchSettings(Duration.ofMillis(50), Duration.ofSeconds(1), Duration.ofMillis(50));

    @TempDir
    private Path folder = Path.of("");

    private final List<PolicyWatch> watches = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (PolicyWatch watch : watches) {
            watch.close();
        }
    }

    @Test
    void loadsAChange() throws IOException {
        write("a.yaml", Policies.labelling("one"));
        PolicyStore store = load(folder);
        watch(folder, store, BY_EVENTS);
        write("b.yaml", Policies.labelling("two").replace("name: labels", "name: other"));

        awaitGeneration(store, 2);
        assertEquals(2, store.inForce().policies().size());
    }

    @Test
    void keepsTheLastGoodPoliciesWhileAFileHasErrorsAndTakesItsCorrection() throws IOException {
        write("a.yaml", Policies.labelling("one"));
        PolicyStore store = load(folder);
        PolicySet first = store.inForce().policies();
        watch(folder, store, BY_EVENTS);
        write("a.yaml", Policies.broken());
        Eventually.holds("there are errors", () -> store.state().errors() > 0);
        assertSame(first, store.inForce().policies());
        assertEquals(1, store.inForce().generation());

        write("a.yaml", Policies.labelling("two"));
        awaitGeneration(store, 2);
        assertEquals(0, store.state().errors());
    }

    @Test
    void makesOneLoadOfABurst() throws IOException {
        write("a.yaml", Policies.labelling("one"));
        PolicyStore store = load(folder);
        WatchSettings patient = new WatchSettings(Duration.ofMillis(500), Duration.ofSeconds(30), NEVER);
        watch(folder, store, patient);
        write("a.yaml", Policies.labelling("two"));
        awaitGeneration(store, 2);

        for (int file = 0; file < 50; file++) {
            write("b" + file + ".yaml", Policies.labelling("x").replace("name: labels", "name: other-" + file));
        }

        Eventually.holds("all are loaded", () -> store.inForce().policies().size() == 51);
        assertEquals(3, store.inForce().generation());
    }

    @Test
    void seesTheSymbolicLinkOfAMountedConfigMapBeingSwapped() throws IOException {
        Path before = mountedVersion("..1", Policies.labelling("one"));
        Files.createSymbolicLink(folder.resolve("..data"), before.getFileName());
        Files.createSymbolicLink(folder.resolve("a.yaml"), Path.of("..data", "a.yaml"));
        PolicyStore store = load(folder);
        watch(folder, store, BY_EVENTS);
        Path after = mountedVersion("..2", Policies.labelling("two"));
        Files.createSymbolicLink(folder.resolve("..data_tmp"), after.getFileName());
        Files.move(folder.resolve("..data_tmp"), folder.resolve("..data"), ATOMIC_MOVE);

        awaitGeneration(store, 2);
    }

    @Test
    void findsChangesThatNoEventTellsOf() throws IOException {
        Path first = mountedVersion("first", Policies.labelling("one"));
        Path second = mountedVersion("second", Policies.labelling("two"));
        // Events are of the folder that the link led to when the watch began.
        Path current = Files.createSymbolicLink(folder.resolve("current"), first);
        PolicyStore store = load(current);
        watch(current, store, BY_RESCAN);
        Files.move(Files.createSymbolicLink(folder.resolve("next"), second), current, ATOMIC_MOVE);

        awaitGeneration(store, 2);
    }

    @Test
    void findsWhatChangedBeforeItBegan() throws IOException {
        write("a.yaml", Policies.labelling("one"));
        PolicySources sources = sources(folder);
        Fingerprint before = Fingerprint.of(sources);
        PolicyStore store = load(folder);
        write("a.yaml", Policies.labelling("two"));
        watches.add(PolicyWatch.start(sources, before, store, BY_EVENTS, InstantSource.system()));
        awaitGeneration(store, 2);
    }

    @Test
    void loadsNothingWhereOnlyTimesHaveChanged() throws IOException {
        Path file = write("a.yaml", Policies.labelling("one"));
        Fingerprint before = Fingerprint.of(sources(folder));

        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));

        assertEquals(before, Fingerprint.of(sources(folder)));
    }

    private Path mountedVersion(String name, String policies) throws IOException {
        Path version = Files.createDirectory(folder.resolve(name));
        Files.writeString(version.resolve("a.yaml"), policies);
        return version;
    }

    private Path write(String name, String policies) throws IOException {
        return Files.writeString(folder.resolve(name), policies);
    }

    private static PolicySources sources(Path folder) {
        return new PolicySources(List.of(folder), List.of());
    }

    private static PolicyStore load(Path folder) {
        Loaded loaded = assertInstanceOf(Loaded.class, PolicySet.load(sources(folder)));
        return new PolicyStore(loaded, Instant.EPOCH);
    }

    private void watch(Path folder, PolicyStore store, WatchSettings settings) throws IOException {
        PolicySources sources = sources(folder);
        watches.add(PolicyWatch.start(sources, Fingerprint.of(sources), store, settings, InstantSource.system()));
    }

    private static void awaitGeneration(PolicyStore store, long generation) {
        Eventually.holds("generation " + generation, () -> store.inForce().generation() == generation);
    }
}
