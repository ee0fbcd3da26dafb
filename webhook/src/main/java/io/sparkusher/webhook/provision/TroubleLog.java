package io.sparkusher.webhook.provision;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of every trouble once, and once more of its end. */
final class TroubleLog {
    private static final Logger LOGGER = LoggerFactory.getLogger(TroubleLog.class);

    private volatile Set<Trouble> open = Set.of();

    /**
     * Takes note of all that there are now.
     *
     * @param tell whoever else wants to know of a new one
     */
    void replace(Collection<Trouble> troubles, Consumer<Trouble> tell) {
        Set<Trouble> now = new LinkedHashSet<>(troubles);
        Set<Trouble> ended = new HashSet<>(open);
        ended.removeAll(now);
        ended.forEach(trouble -> LOGGER.info("Over: {}", trouble.sentence()));
        now.stream().filter(trouble -> !open.contains(trouble)).forEach(trouble -> {
            LOGGER.warn("{}: {}", trouble.code(), trouble.sentence());
            tell.accept(trouble);
        });
        open = Set.copyOf(now);
    }

    /** How many there are of a kind. */
    long count(TroubleCode code) {
        return open.stream().filter(trouble -> trouble.code() == code).count();
    }
}
