package io.sparkusher.policies.catalog;

import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.source.DocumentOrigin;
import io.sparkusher.policies.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The newest version of one object, and the one that its status keeps. Each is read once. */
final class ObjectHistory {
    private StoredObject stored;
    private ReadVersion newest;
    private Optional<ReadVersion> kept;
    private List<Problem> dropped;

    ObjectHistory(StoredObject stored) {
        this.stored = stored;
        this.newest = read(stored);
        this.kept = kept(stored);
        this.dropped = DroppedFields.problems(stored);
    }

    /**
     * Takes note of the object as it is stored now.
     *
     * @return whether it is another than before
     */
    boolean see(StoredObject now) {
        if (now.equals(stored)) {
            return false;
        }
        StoredObject before = stored;
        stored = now;
        if (!now.version().equals(before.version())) {
            newest = read(now);
            kept = kept(now);
        } else if (!now.kept().equals(before.kept())) {
            kept = kept(now);
        }
        dropped = DroppedFields.problems(now);
        return true;
    }

    PolicyReference reference() {
        return stored.reference();
    }

    String uid() {
        return stored.uid();
    }

    /** As it is stored, read by itself. */
    ReadVersion newest() {
        return newest;
    }

    /** What its status keeps, where that can be used and is newer than what is known to be usable otherwise. */
    Optional<ReadVersion> keptInstead(Optional<ReadVersion> known) {
        return kept.filter(
                version -> known.isEmpty() || version.generation() > known.get().generation());
    }

    /** All that is to be said of the newest version by itself. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(newest.problems());
        problems.addAll(dropped);
        return problems;
    }

    private static ReadVersion read(StoredObject stored) {
        return ReadVersion.of(stored.version(), stored.reference(), DocumentOrigin.Stored);
    }

    private static Optional<ReadVersion> kept(StoredObject stored) {
        return stored.kept()
                .map(kept -> ReadVersion.of(stored.versionOf(kept), stored.reference(), DocumentOrigin.Stored))
                .filter(version -> version.usable().isPresent());
    }
}
