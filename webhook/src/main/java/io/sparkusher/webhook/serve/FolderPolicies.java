package io.sparkusher.webhook.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.sparkusher.policies.catalog.PolicyCatalog;
import io.sparkusher.policies.source.PolicySources;
import io.sparkusher.policies.source.Problem;
import io.sparkusher.webhook.inforce.PolicyStore;
import io.sparkusher.webhook.policyfolder.PolicyWatch;
import io.sparkusher.webhook.review.ConflictListener;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Policies from files, loaded again as they change. */
final class FolderPolicies implements PoliciesPart {
    private final FirstLoad first;
    private final Optional<PolicyWatch> watch;

    private FolderPolicies(FirstLoad first, Optional<PolicyWatch> watch) {
        this.first = first;
        this.watch = watch;
    }

    /** @throws CannotServeException if the policies have errors, or cannot be watched */
    static FolderPolicies start(PolicySource.Folder source) throws CannotServeException {
        FirstLoad first = FirstLoad.of(source, Instant.now());
        if (first.changeable().isEmpty()) {
            return new FolderPolicies(first, Optional.empty());
        }
        return new FolderPolicies(
                first, Optional.of(watch(source, first, first.changeable().get())));
    }

    private static PolicyWatch watch(PolicySource.Folder source, FirstLoad first, PolicySources sources)
            throws CannotServeException {
        try {
            return PolicyWatch.start(
                    sources, first.fingerprint(), first.store(), source.watch(), InstantSource.system());
        } catch (IOException exception) {
            throw new CannotServeException(
                    "--policies: this machine lets nobody watch one more folder: raise its inotify limits", exception);
        }
    }

    @Override
    public PolicyStore store() {
        return first.store();
    }

    @Override
    public String description() {
        return "%d from %s%s"
                .formatted(
                        store().inForce().policies().size(),
                        first.description(),
                        watch.isPresent() ? ", watched for changes" : "");
    }

    /** What node pools the cluster has is not known. */
    @Override
    public List<Problem> check(ObjectNode object) {
        return PolicyCatalog.check(object);
    }

    /** A folder has no figures but those of what is in force. */
    @Override
    public void register(MeterRegistry registry) {}

    /** Whoever wrote the files was warned as they were loaded. */
    @Override
    public ConflictListener conflicts() {
        return ConflictListener.NOBODY;
    }

    /** They were loaded before there was a part. */
    @Override
    public void awaitFirst() {}

    @Override
    public void close() throws IOException {
        if (watch.isPresent()) {
            watch.get().close();
        }
    }
}
