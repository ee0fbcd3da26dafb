package io.sparkusher.certs;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Whether a certificate can stay or has to be replaced. A pure decision about the time that it is given. */
public sealed interface Renewal {
    /**
     * It can stay.
     *
     * @param until when to ask again at the latest
     */
    record Keep(Instant until) implements Renewal {}

    /**
     * It has to be replaced, now.
     *
     * @param reason a sentence for the log
     */
    record Renew(String reason) implements Renewal {}

    /**
     * Decides about an authority. Its successor can sign only what clients trust, so it begins to once a
     * {@link TrustBundle} of both has reached them.
     */
    static Renewal of(CertificateAuthority authority, Instant now) {
        Validity validity = authority.validity();
        return verdict(untimely("authority", validity, now), "authority", validity.renewalTime(), validity, now);
    }

    /**
     * Decides about a serving certificate. The authority's own turn comes first: one that is not valid cannot issue.
     *
     * @param wanted the names and addresses that the server has now, in any order
     * @param authority the one that would sign the new one; it does not have to be the one that signed this
     */
    static Renewal of(
            ServingCertificate serving,
            Collection<? extends SubjectAlternativeName> wanted,
            CertificateAuthority authority,
            Instant now) {
        String what = "serving certificate";
        Validity validity = serving.validity();
        Optional<String> reason = foreign(serving, authority)
                .or(() -> renamed(serving.names(), wanted))
                .or(() -> untimely(what, validity, now));
        return verdict(reason, what, renewalTime(validity, authority), validity, now);
    }

    // One that already ends with its authority stays to the end: a new one could not last longer, and would soon be
    // due again.
    private static Instant renewalTime(Validity validity, CertificateAuthority authority) {
        return validity.notAfter().equals(authority.validity().notAfter())
                ? validity.notAfter()
                : validity.renewalTime();
    }

    private static Renewal verdict(
            Optional<String> reason, String what, Instant renewalTime, Validity validity, Instant now) {
        if (reason.isPresent()) {
            return new Renew(reason.get());
        }
        if (now.isBefore(renewalTime)) {
            return new Keep(renewalTime);
        }
        return new Renew("The %s has been due for renewal since %s: it expires at %s."
                .formatted(what, renewalTime, validity.notAfter()));
    }

    private static Optional<String> foreign(ServingCertificate serving, CertificateAuthority authority) {
        return authority.signed(serving)
                ? Optional.empty()
                : Optional.of("The serving certificate was signed by another authority than the present \"%s\"."
                        .formatted(authority.certificate().getSubjectX500Principal()));
    }

    private static Optional<String> renamed(
            Set<SubjectAlternativeName> names, Collection<? extends SubjectAlternativeName> wanted) {
        Set<SubjectAlternativeName> missing = new LinkedHashSet<>(wanted);
        missing.removeAll(names);
        Set<SubjectAlternativeName> surplus = new LinkedHashSet<>(names);
        surplus.removeAll(Set.copyOf(wanted));
        return missing.isEmpty() && surplus.isEmpty()
                ? Optional.empty()
                : Optional.of("The serving certificate's names have changed: %s to add, %s to drop."
                        .formatted(missing, surplus));
    }

    private static Optional<String> untimely(String what, Validity validity, Instant now) {
        if (!validity.hasBegunBy(now)) {
            return Optional.of("The %s is not valid before %s and it is %s: a clock has jumped."
                    .formatted(what, validity.notBefore(), now));
        }
        return validity.isOverAt(now)
                ? Optional.of("The %s expired at %s.".formatted(what, validity.notAfter()))
                : Optional.empty();
    }
}
