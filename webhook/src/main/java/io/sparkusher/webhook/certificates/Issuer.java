package io.sparkusher.webhook.certificates;

import io.sparkusher.certs.CertificateAuthority;
import io.sparkusher.certs.IssuedCertificate;
import io.sparkusher.certs.ServingCertificate;
import io.sparkusher.certs.SharedAuthorities;
import io.sparkusher.certs.SubjectAlternativeName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Issues this replica's certificate to it, anew when it is time. For one thread, but for what it has issued. */
final class Issuer {
    private static final Logger LOGGER = LoggerFactory.getLogger(Issuer.class);

    private final List<SubjectAlternativeName> names;
    private final Duration lifetime;
    private volatile Optional<IssuedCertificate> issued = Optional.empty();

    Issuer(List<SubjectAlternativeName> names, Duration lifetime) {
        this.names = names;
        this.lifetime = lifetime;
    }

    Optional<IssuedCertificate> issued() {
        return issued;
    }

    /**
     * Issues a certificate if there is none, or a new one is due.
     *
     * @param signingIsTrusted whether the authority that signs has been trusted for long enough
     * @return the new one's identity
     */
    Optional<ServingIdentity> issueIfDue(SharedAuthorities authorities, boolean signingIsTrusted, Instant now) {
        CertificateAuthority signing = authorities.signing();
        if (!signing.validity().includes(now)) {
            LOGGER.warn(
                    "No certificate can be issued: the authority is valid until {}",
                    signing.validity().notAfter());
            return Optional.empty();
        }
        Optional<String> reason = issued.isEmpty()
                ? Optional.of("This replica has none yet.")
                : issued.get().staleness(signing, signingIsTrusted, now);
        return reason.map(why -> issue(authorities, why, now));
    }

    private ServingIdentity issue(SharedAuthorities authorities, String reason, Instant now) {
        ServingCertificate serving = authorities.signing().issue(names, now, lifetime);
        LOGGER.info(
                "Serving a new certificate, valid until {}. {}",
                serving.validity().notAfter(),
                reason);
        issued = Optional.of(new IssuedCertificate(authorities.signing(), serving));
        return new ServingIdentity(
                serving.chainPem(), serving.keyPem(), authorities.trusted().pem());
    }
}
