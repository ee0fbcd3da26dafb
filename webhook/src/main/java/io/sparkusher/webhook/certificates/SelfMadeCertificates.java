package io.sparkusher.webhook.certificates;

import io.sparkusher.certs.CertificateAuthority;
import io.sparkusher.certs.ServingCertificate;
import io.sparkusher.certs.SubjectAlternativeName;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** An authority that lives in memory alone, and one certificate of it: new at every start, and never renewed. */
public final class SelfMadeCertificates implements CertificateSource {
    /** Nothing renews it, so it has to outlast any process. */
    static final Duration LIFETIME = Duration.ofDays(3650);

    private final ServingIdentity identity;

    /** @param names what clients may call the server besides the names of this host */
    public SelfMadeCertificates(Collection<? extends SubjectAlternativeName> names, Instant now) {
        Set<SubjectAlternativeName> all = namesOfThisHost();
        all.addAll(names);
        CertificateAuthority authority = CertificateAuthority.create("Spark Usher, self-made", now, LIFETIME);
        ServingCertificate serving = authority.issue(all, now, LIFETIME);
        identity = new ServingIdentity(serving.chainPem(), serving.keyPem(), authority.certificatePem());
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
}
