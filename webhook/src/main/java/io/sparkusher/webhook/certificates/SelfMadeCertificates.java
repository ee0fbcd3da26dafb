package io.sparkusher.webhook.certificates;

import io.sparkusher.certs.CertificateAuthority;
import io.sparkusher.certs.ServingCertificate;
import io.sparkusher.certs.SubjectAlternativeName;
import io.sparkusher.webhook.health.Check;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** An authority that lives in memory alone, and one certificate of it: new at every start, and never renewed. */
public final class SelfMadeCertificates implements CertificateSource {
    /** Nothing renews it, so it has to outlast any process. */
    static final Duration LIFETIME = Duration.ofDays(3650);

    private final ServingIdentity identity;
    private final CertificateExpiry expiry;

    /** @param names what clients may call the server besides the names of this host */
    public SelfMadeCertificates(Collection<? extends SubjectAlternativeName> names, Instant now) {
        Set<SubjectAlternativeName> all = namesOfThisHost();
        all.addAll(names);
        CertificateAuthority authority = CertificateAuthority.create("Spark Usher, self-made", now, LIFETIME);
        ServingCertificate serving = authority.issue(all, now, LIFETIME);
        identity = new ServingIdentity(serving.chainPem(), serving.keyPem(), authority.certificatePem());
        expiry = new CertificateExpiry(
                serving.validity().notAfter(), Optional.of(authority.validity().notAfter()));
    }

    private static Set<SubjectAlternativeName> namesOfThisHost() {
        Set<SubjectAlternativeName> names = new LinkedHashSet<>();
        names.add(SubjectAlternativeName.parse("localhost"));
        names.add(SubjectAlternativeName.parse("127.0.0.1"));
        names.add(SubjectAlternativeName.parse("::1"));
        try {
            names.add(SubjectAlternativeName.parse(InetAddress.getLocalHost().getHostName()));
        } catch (UnknownHostException | IllegalArgumentException exception) {
            // A host without a name, or with one that no certificate can carry, is called by its address.
            return names;
        }
        return names;
    }

    @Override
    public ServingIdentity identity() {
        return identity;
    }

    @Override
    public void onChange(ServingIdentity known, Consumer<ServingIdentity> listener) {
        // It never changes, and nobody can know another.
    }

    /** Passes: whoever calls was given the authority by whoever started the server. */
    @Override
    public Check check() {
        return new Check("trusted", true, "by whoever was given the self-made authority");
    }

    @Override
    public CertificateExpiry expiry() {
        return expiry;
    }

    @Override
    public void close() {
        // It holds nothing.
    }
}
