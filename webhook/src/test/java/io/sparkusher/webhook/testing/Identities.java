package io.sparkusher.webhook.testing;

import io.sparkusher.certs.CertificateAuthority;
import io.sparkusher.certs.ServingCertificate;
import io.sparkusher.certs.SubjectAlternativeName;
import io.sparkusher.webhook.certificates.ServingIdentity;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Makes identities of servers on this machine, all of one authority. */
public final class Identities {
    private static final Duration DAY = Duration.ofDays(1);

    private final CertificateAuthority authority = CertificateAuthority.create("Tests", Instant.now(), DAY);

    /** Another one each time. */
    public ServingIdentity next() {
        ServingCertificate serving =
                authority.issue(List.of(SubjectAlternativeName.parse("localhost")), Instant.now(), DAY);
        return new ServingIdentity(serving.chainPem(), serving.keyPem(), authority.certificatePem());
    }

    public CertificateAuthority authority() {
        return authority;
    }

    /** What a client sees of it. */
    public static X509Certificate certificate(ServingIdentity identity) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(identity.chain().getBytes(StandardCharsets.US_ASCII)));
        } catch (CertificateException exception) {
            throw new AssertionError(exception);
        }
    }
}
