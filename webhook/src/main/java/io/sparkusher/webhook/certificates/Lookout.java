package io.sparkusher.webhook.certificates;

import io.sparkusher.certs.Fingerprint;
import io.sparkusher.certs.IssuedCertificate;
import io.sparkusher.certs.RotationView;
import io.sparkusher.certs.RotationView.Stored;
import io.sparkusher.certs.RotationView.Usable;
import io.sparkusher.certs.ServedAuthorities;
import io.sparkusher.certs.Since;
import io.sparkusher.certs.TrustBundle;
import io.sparkusher.webhook.trust.ReadConfigurations;
import io.sparkusher.webhook.trust.WebhookConfigurations;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Looks at all in the cluster that has to do with authorities, and remembers what it saw. For one thread. */
final class Lookout {
    private final WebhookConfigurations configurations;
    private final AuthoritySecret secret;
    private final ReplicaLeases leases;
    private final InstantSource clock;
    private final Uptime uptime = new Uptime();
    private Since trusted = Since.NEVER;
    private Since unserved = Since.NEVER;
    private TrustBundle known = TrustBundle.EMPTY;

    Lookout(WebhookConfigurations configurations, AuthoritySecret secret, ReplicaLeases leases, InstantSource clock) {
        this.configurations = configurations;
        this.secret = secret;
        this.leases = leases;
        this.clock = clock;
    }

    /** What was seen at one time. */
    record Look(ReadConfigurations configurations, AuthoritySecret.Content secret, RotationView view) {}

    /** @param issued what this replica serves; empty while it serves nothing */
    Look look(Optional<IssuedCertificate> issued) {
        // Before the Secret: whoever heals them by it after it has changed again meets a conflict.
        ReadConfigurations read = configurations.read();
        AuthoritySecret.Content content = secret.read();
        Duration time = uptime.now();
        ServedAuthorities served = served(issued, time);
        TrustBundle stored = stored(content.stored());
        TrustBundle seen = read.seen().union(known).union(own(issued));
        trusted = trusted.observe(seen.union(stored).filter(read::allTrust).certificates(), time);
        unserved = unserved.observe(stored.filter(served::exclude).certificates(), time);
        known = stored.union(own(issued));
        RotationView view = new RotationView(
                content.stored(), content.asked(), seen, trusted, unserved, served, clock.instant(), time);
        return new Look(read, content, view);
    }

    private ServedAuthorities served(Optional<IssuedCertificate> issued, Duration time) {
        ServedAuthorities others = leases.read(time);
        return issued.map(own -> others.with(Fingerprint.of(own.authority().certificate())))
                .orElse(others);
    }

    private static TrustBundle own(Optional<IssuedCertificate> issued) {
        return issued.map(own -> TrustBundle.EMPTY.with(own.authority())).orElse(TrustBundle.EMPTY);
    }

    private static TrustBundle stored(Stored stored) {
        return stored instanceof Usable usable ? usable.authorities().trusted() : TrustBundle.EMPTY;
    }
}
