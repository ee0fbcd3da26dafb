package io.sparkusher.webhook.serve;

import io.sparkusher.policies.LoadResult;
import io.sparkusher.policies.LoadResult.Loaded;
import io.sparkusher.policies.LoadResult.Refused;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.source.PolicySources;
import io.sparkusher.webhook.inforce.PolicyStore;
import io.sparkusher.webhook.policyfolder.Fingerprint;
import io.sparkusher.webhook.policyfolder.PolicyLocation;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policies that a run begins with.
 *
 * @param changeable where they come from, if that can change; empty for what came with the program
 * @param fingerprint of the files before they were read
 * @param description where they come from, for people
 */
record FirstLoad(PolicyStore store, Optional<PolicySources> changeable, Fingerprint fingerprint, String description) {
    private static final Logger LOGGER = LoggerFactory.getLogger(FirstLoad.class);

    /**
     * Finds, reads and compiles them. Warnings go to the log.
     *
     * @throws CannotServeException with every error and warning, if there is an error
     */
    static FirstLoad of(PolicySource.Folder source, Instant now) throws CannotServeException {
        try (PolicyLocation location =
                PolicyLocation.of(source.policies(), source.pools(), source.kubernetesVersion())) {
            PolicySources sources = location.sources();
            Fingerprint fingerprint = Fingerprint.of(sources);
            Loaded loaded = require(PolicySet.load(sources), location.description());
            loaded.warnings().forEach(warning -> LOGGER.warn("{}", warning));
            return new FirstLoad(
                    new PolicyStore(loaded, now),
                    location.changeable() ? Optional.of(sources) : Optional.empty(),
                    fingerprint,
                    location.description());
        } catch (IOException exception) {
            throw new CannotServeException(
                    "The examples inside the program cannot be read: name a folder with --policies", exception);
        }
    }

    private static Loaded require(LoadResult result, String description) throws CannotServeException {
        if (result instanceof Refused refused) {
            throw new CannotServeException(refused.problems().stream()
                    .map(Object::toString)
                    .collect(Collectors.joining(
                            "\n",
                            "",
                            "\nThe policies from %s have errors: correct them and start again"
                                    .formatted(description))));
        }
        return (Loaded) result;
    }
}
