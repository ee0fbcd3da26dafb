package io.sparkusher.certs;

import java.time.Instant;
import java.util.Optional;

/** A server's certificate, and the authority that it came from. */
public record IssuedCertificate(CertificateAuthority authority, ServingCertificate serving) {
    /**
     * Why a new one is to be issued now; empty while this one is to be served on. One of an authority that no longer
     * signs is served until clients have trusted the present one for long enough, or its own time is over.
     *
     * @param signing the authority that signs today
     * @param signingIsTrusted whether clients have trusted that one for long enough
     */
    public Optional<String> staleness(CertificateAuthority signing, boolean signingIsTrusted, Instant now) {
        boolean awaitsTrust = !authority.certificate().equals(signing.certificate()) && !signingIsTrusted;
        if (awaitsTrust && serving.validity().includes(now)) {
            return Optional.empty();
        }
        return Renewal.of(serving, serving.names(), signing, now) instanceof Renewal.Renew renew
                ? Optional.of(renew.reason())
                : Optional.empty();
    }
}
