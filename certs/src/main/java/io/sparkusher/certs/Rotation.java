package io.sparkusher.certs;

import io.sparkusher.certs.RotationStep.Create;
import io.sparkusher.certs.RotationStep.Prepare;
import io.sparkusher.certs.RotationStep.Promote;
import io.sparkusher.certs.RotationStep.Remember;
import io.sparkusher.certs.RotationStep.Rest;
import io.sparkusher.certs.RotationStep.Retire;
import io.sparkusher.certs.RotationView.Damaged;
import io.sparkusher.certs.RotationView.Usable;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides how authorities follow each other without anybody meeting a certificate that is not trusted: the new one is
 * trusted beside the old, signs after a margin, and the old is dropped when nothing that it signed is served. A pure
 * decision, the same for all replicas that know the same.
 */
public final class Rotation {
    private final RotationSettings settings;

    public Rotation(RotationSettings settings) {
        this.settings = settings;
    }

    /** What to do first. */
    public RotationStep due(RotationView view) {
        if (view.stored() instanceof Usable usable) {
            return due(usable.authorities(), view);
        }
        if (view.stored() instanceof Damaged damaged) {
            return create(view.seen(), "The stored authority cannot be used: " + damaged.reason(), view);
        }
        return create(view.seen(), "No authority is stored.", view);
    }

    private RotationStep due(SharedAuthorities authorities, RotationView view) {
        Optional<RotationStep> first = replacement(authorities, view)
                .or(() -> forgotten(authorities, view))
                .or(() -> succession(authorities, view))
                .or(() -> retirement(authorities, view));
        return first.orElseGet(() -> rest(authorities, view));
    }

    private static RotationStep create(TrustBundle candidates, String reason, RotationView view) {
        return new Create(view.servedAmong(candidates), reason);
    }

    // What cannot sign now cannot wait for a successor to be trusted.
    private static Optional<RotationStep> replacement(SharedAuthorities authorities, RotationView view) {
        CertificateAuthority signing = authorities.signing();
        if (signing.validity().includes(view.now())) {
            return Optional.empty();
        }
        TrustBundle candidates = authorities.trusted().union(view.seen());
        return Renewal.of(signing, view.now()) instanceof Renewal.Renew renew
                ? Optional.of(create(candidates, renew.reason(), view))
                : Optional.empty();
    }

    private static Optional<RotationStep> forgotten(SharedAuthorities authorities, RotationView view) {
        TrustBundle missing = view.servedAmong(view.seen()).without(authorities.trusted());
        return missing.certificates().isEmpty()
                ? Optional.empty()
                : Optional.of(new Remember(
                        missing, "Replicas serve what authorities signed that are not stored: " + names(missing)));
    }

    private Optional<RotationStep> succession(SharedAuthorities authorities, RotationView view) {
        if (authorities.next().isPresent()) {
            return takeover(authorities.next().get(), view);
        }
        if (view.asked()) {
            return Optional.of(new Prepare("A new authority was asked for."));
        }
        return Renewal.of(authorities.signing(), view.now()) instanceof Renewal.Renew renew
                ? Optional.of(new Prepare(renew.reason()))
                : Optional.empty();
    }

    private Optional<RotationStep> takeover(CertificateAuthority next, RotationView view) {
        if (!next.validity().includes(view.now())) {
            return Optional.of(new Prepare(
                    "The next authority is not valid at %s, from a clock that was wrong.".formatted(view.now())));
        }
        return view.trusted().lasted(next.certificate(), settings.margin(), view.uptime())
                ? Optional.of(new Promote("The next authority has been trusted for %d s."
                        .formatted(settings.margin().toSeconds())))
                : Optional.empty();
    }

    private Optional<RotationStep> retirement(SharedAuthorities authorities, RotationView view) {
        TrustBundle unserved = authorities
                .retired()
                .filter(certificate -> view.unserved().lasted(certificate, settings.margin(), view.uptime()));
        return unserved.certificates().isEmpty()
                ? Optional.empty()
                : Optional.of(new Retire(unserved, "No replica serves what these signed: " + names(unserved)));
    }

    private Rest rest(SharedAuthorities authorities, RotationView view) {
        if (authorities.next().isPresent()) {
            return new Rest(settings.margin(), "The next authority has to be trusted for a while before it signs.");
        }
        if (!authorities.retired().certificates().isEmpty()) {
            return new Rest(settings.margin(), "Replicas may serve what retired authorities signed.");
        }
        Duration left =
                Duration.between(view.now(), authorities.signing().validity().renewalTime());
        return new Rest(left, "The authority is to be followed by another in %d s.".formatted(left.toSeconds()));
    }

    private static String names(TrustBundle authorities) {
        return authorities.certificates().stream()
                .map(Fingerprint::of)
                .map(Fingerprint::sha256)
                .collect(Collectors.joining(", "));
    }
}
