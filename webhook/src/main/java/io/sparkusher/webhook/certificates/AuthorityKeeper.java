package io.sparkusher.webhook.certificates;

import io.sparkusher.certs.CertificateAuthority;
import io.sparkusher.certs.Rotation;
import io.sparkusher.certs.RotationStep;
import io.sparkusher.certs.RotationStep.Create;
import io.sparkusher.certs.RotationStep.Prepare;
import io.sparkusher.certs.RotationStep.Promote;
import io.sparkusher.certs.RotationStep.Remember;
import io.sparkusher.certs.RotationStep.Rest;
import io.sparkusher.certs.RotationStep.Retire;
import io.sparkusher.certs.RotationView;
import io.sparkusher.certs.RotationView.Usable;
import io.sparkusher.certs.SharedAuthorities;
import io.sparkusher.webhook.certificates.Lookout.Look;
import io.sparkusher.webhook.trust.Healing;
import io.sparkusher.webhook.trust.WebhookConfigurations;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what is due about the shared authorities, one look after the other. For one thread. */
final class AuthorityKeeper {
    private static final Logger LOGGER = LoggerFactory.getLogger(AuthorityKeeper.class);
    private static final String NAME = "Spark Usher";
    // More than any rotation has: replicas that overtake each other for ever must not keep a processor busy.
    private static final int MAX_STEPS = 10;

    private final SharedAuthoritySettings settings;
    private final Rotation rotation;
    private final WebhookConfigurations configurations;
    private final AuthoritySecret secret;
    private final Lookout lookout;
    private final Issuer issuer;
    private final Trusted trusted;
    private final InstantSource clock;
    private Optional<SharedAuthorities> last = Optional.empty();

    AuthorityKeeper(
            SharedAuthoritySettings settings,
            WebhookConfigurations configurations,
            AuthoritySecret secret,
            Lookout lookout,
            Issuer issuer,
            Trusted trusted,
            InstantSource clock) {
        this.settings = settings;
        this.configurations = configurations;
        this.secret = secret;
        this.lookout = lookout;
        this.issuer = issuer;
        this.trusted = trusted;
        this.clock = clock;
        rotation = new Rotation(settings.rotation());
    }

    /**
     * Looks, and does what is due, until nothing more is.
     *
     * @param listener told of every new identity
     * @return when to look again at the latest
     */
    Duration keep(Consumer<ServingIdentity> listener) {
        for (int step = 0; step < MAX_STEPS; step++) {
            Look look = lookout.look(issuer.issued());
            RotationStep due = rotation.due(look.view());
            if (look.view().stored() instanceof Usable usable && due instanceof Rest rest) {
                boolean healed = serve(usable.authorities(), look, listener);
                if (!healed) {
                    return shorter(rest.time(), untilNextLook());
                }
            } else {
                take(due, look);
            }
        }
        return settings.poll();
    }

    private Duration untilNextLook() {
        return trusted.check().passed() ? settings.poll() : shorter(settings.settled(), settings.poll());
    }

    /** Renews the certificate from what was known last, while the cluster does not answer. */
    void keepAlone(Consumer<ServingIdentity> listener) {
        last.flatMap(authorities -> issuer.issueIfDue(authorities, false, clock.instant()))
                .ifPresent(listener);
    }

    private boolean serve(SharedAuthorities authorities, Look look, Consumer<ServingIdentity> listener) {
        last = Optional.of(authorities);
        RotationView view = look.view();
        boolean healed = configurations.heal(look.configurations(), healing(authorities, view));
        boolean signingIsTrusted = view.trusted()
                .lasted(authorities.signing().certificate(), settings.rotation().margin(), view.uptime());
        issuer.issueIfDue(authorities, signingIsTrusted, view.now()).ifPresent(listener);
        issuer.issued().ifPresent(issued -> trusted.observe(look, issued.authority()));
        return healed;
    }

    // Replicas that do not say what they serve may serve another's, such as a mounted one: while there are any, whoever
    // is trusted stays so.
    private static Healing healing(SharedAuthorities authorities, RotationView view) {
        return view.served().silentReplicas() == 0
                ? Healing.exactly(authorities.trusted())
                : Healing.atLeast(authorities.trusted(), view.now());
    }

    private void take(RotationStep step, Look look) {
        boolean done = store(step, look);
        if (done) {
            LOGGER.info("{} of the shared authority: {}", step.getClass().getSimpleName(), step.reason());
        } else {
            LOGGER.debug("Another replica was first to do about the shared authority what was due");
        }
    }

    private boolean store(RotationStep step, Look look) {
        AuthoritySecret.Content before = look.secret();
        if (step instanceof Create create) {
            return secret.replace(before, SharedAuthorities.beginning(newAuthority(), create.served()));
        }
        if (look.view().stored() instanceof Usable usable) {
            return store(step, before, usable.authorities());
        }
        return false;
    }

    private boolean store(RotationStep step, AuthoritySecret.Content before, SharedAuthorities authorities) {
        if (step instanceof Prepare) {
            return secret.answer(before, authorities.prepare(newAuthority()));
        } else if (step instanceof Promote) {
            return secret.replace(before, authorities.promote());
        } else if (step instanceof Remember remember) {
            return secret.replace(before, authorities.remember(remember.served()));
        } else if (step instanceof Retire retire) {
            return secret.replace(before, authorities.forget(retire.unserved()));
        }
        return false;
    }

    private CertificateAuthority newAuthority() {
        return CertificateAuthority.create(
                NAME, clock.instant(), settings.rotation().authorityLifetime());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
