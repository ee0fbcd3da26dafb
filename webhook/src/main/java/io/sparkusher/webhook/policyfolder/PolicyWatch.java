package io.sparkusher.webhook.policyfolder;

import io.sparkusher.policies.LoadResult;
import io.sparkusher.policies.LoadResult.Loaded;
import io.sparkusher.policies.LoadResult.Refused;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.source.PolicySources;
import io.sparkusher.policies.source.Problem;
import io.sparkusher.policies.source.Problem.Severity;
import io.sparkusher.webhook.files.FolderEvents;
import io.sparkusher.webhook.inforce.PolicyState;
import io.sparkusher.webhook.inforce.PolicyStore;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the policies again whenever their files change, and puts them into force if they have no errors. */
public final class PolicyWatch implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(PolicyWatch.class);

    private final PolicySources sources;
    private final PolicyStore store;
    private final WatchSettings settings;
    private final InstantSource clock;
    private final FolderEvents events;
    private final Thread thread = new Thread(this::run, "policy-watch");
    private Fingerprint loaded;

    private PolicyWatch(
            PolicySources sources, Fingerprint loaded, PolicyStore store, WatchSettings settings, InstantSource clock)
            throws IOException {
        this.sources = sources;
        this.loaded = loaded;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        events = new FolderEvents(folders(sources));
        thread.setDaemon(true);
    }

    /**
     * Begins to watch.
     *
     * @param loaded taken before the load that gave what the store holds
     */
    public static PolicyWatch start(
            PolicySources sources, Fingerprint loaded, PolicyStore store, WatchSettings settings, InstantSource clock)
            throws IOException {
        PolicyWatch watch = new PolicyWatch(sources, loaded, store, settings, clock);
        watch.thread.start();
        return watch;
    }

    private static Set<Path> folders(PolicySources sources) {
        Set<Path> folders = new LinkedHashSet<>();
        Stream.concat(sources.policies().stream(), sources.pools().stream())
                .map(Path::toAbsolutePath)
                .forEach(path -> folders.add(Files.isRegularFile(path) ? path.getParent() : path));
        return folders;
    }

    private void run() {
        try {
            // What changed between that load and the registration for events brings no event.
            loadIfChanged();
            while (!Thread.interrupted()) {
                events.await(settings.rescan());
                events.register();
                loadIfChanged();
            }
        } catch (ClosedWatchServiceException | InterruptedException end) {
            LOGGER.debug("The policies are no longer watched");
        }
    }

    private void loadIfChanged() throws InterruptedException {
        Fingerprint now = Fingerprint.of(sources);
        if (now.equals(loaded)) {
            return;
        }
        // Taken before the load: what changes meanwhile differs from it, and is loaded next time.
        Fingerprint settled = settle(now);
        if (!settled.equals(loaded)) {
            loaded = settled;
            accept(load());
        }
    }

    /** Waits out a burst of changes, and files that are still being written. */
    private Fingerprint settle(Fingerprint first) throws InterruptedException {
        long start = System.nanoTime();
        Fingerprint before = first;
        while (System.nanoTime() - start < settings.longestBurst().toNanos()) {
            boolean changing = events.await(settings.quiet());
            Fingerprint now = Fingerprint.of(sources);
            if (!changing && now.equals(before)) {
                return now;
            }
            before = now;
        }
        return before;
    }

    // A mistake in the program must not end the watch over all later changes.
    private LoadResult load() {
        try {
            return PolicySet.load(sources);
        } catch (RuntimeException mistake) {
            LOGGER.error("Loading the policies failed by a mistake in Spark Usher", mistake);
            return new Refused(List.of(new Problem(
                    Severity.Error, "policies", 0, "", "cannot be loaded because of a mistake in Spark Usher")));
        }
    }

    private void accept(LoadResult result) {
        if (result instanceof Loaded good) {
            PolicyState state = store.replace(good, clock.instant());
            LOGGER.info(
                    "Policies of generation {} are in force: {} of them",
                    state.inForce().generation(),
                    state.inForce().policies().size());
            good.warnings().forEach(warning -> LOGGER.warn("{}", warning));
        } else if (result instanceof Refused bad) {
            PolicyState state = store.keep(bad);
            LOGGER.error(
                    "Policies of generation {} stay in force, because the new ones have {} errors",
                    state.inForce().generation(),
                    state.errors());
            bad.problems().forEach(problem -> LOGGER.error("{}", problem));
        }
    }

    @Override
    public void close() throws IOException {
        events.close();
    }
}
