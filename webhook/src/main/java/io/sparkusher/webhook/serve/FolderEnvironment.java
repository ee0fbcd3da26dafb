package io.sparkusher.webhook.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.sparkusher.certs.SubjectAlternativeName;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.catalog.PolicyCatalog;
import io.sparkusher.policies.source.PolicySources;
import io.sparkusher.policies.source.Problem;
import io.sparkusher.webhook.certificates.CertificateSource;
import io.sparkusher.webhook.certificates.SelfMadeCertificates;
import io.sparkusher.webhook.inforce.PolicyStore;
import io.sparkusher.webhook.policyfolder.PolicyWatch;
import io.sparkusher.webhook.review.ConflictListener;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Policies from files, loaded again as they change, and a certificate for whoever is given its authority. */
final class FolderEnvironment implements Environment {
    private final FirstLoad first;
    private final Optional<PolicyWatch> watch;
    private final CertificateSource certificates;

    private FolderEnvironment(FirstLoad first, Optional<PolicyWatch> watch, CertificateSource certificates) {
        this.first = first;
        this.watch = watch;
        this.certificates = certificates;
    }

    /**
     * With the policies that there are.
     *
     * @param names what clients may call the server besides the names of this host
     * @throws CannotServeException if the policies have errors, or cannot be watched
     */
    static FolderEnvironment start(PolicySource.Folder source, List<SubjectAlternativeName> names)
            throws CannotServeException {
        FirstLoad first = FirstLoad.of(source, Instant.now());
        Optional<PolicyWatch> watch = first.changeable().isPresent()
                ? Optional.of(watch(source, first, first.changeable().get()))
                : Optional.empty();
        return new FolderEnvironment(first, watch, new SelfMadeCertificates(names, Instant.now()));
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
    public CertificateSource certificates() {
        return certificates;
    }

    @Override
    public String certificate() {
        return "self-made";
    }

    @Override
    public String policies() {
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

    /** What policies the cluster has is not known. */
    @Override
    public List<PolicyReference> usersOf(String nodePool) {
        return List.of();
    }

    /** A folder has no figures but those of what is in force. */
    @Override
    public void register(MeterRegistry registry) {}

    /** Whoever wrote the files was warned as they were loaded. */
    @Override
    public ConflictListener conflicts() {
        return ConflictListener.NOBODY;
    }

    /** They were loaded before there was an environment. */
    @Override
    public void awaitFirst() {}

    @Override
    public void close() throws IOException {
        if (watch.isPresent()) {
            watch.get().close();
        }
    }
}
