package io.sparkusher.webhook.certificates;

import io.sparkusher.certs.CertificateAuthority;
import io.sparkusher.webhook.certificates.Lookout.Look;
import io.sparkusher.webhook.health.Check;
import java.time.Duration;

/**
 * Whether the API server trusts what this replica serves. Once it has, the replica stays ready: trust that is taken
 * away is healed in a moment, and taken from all replicas at once, so that leaving would help nobody.
 */
final class Trusted {
    private static final String NAME = "trusted";

    private final Duration settled;
    private volatile Check check = new Check(NAME, false, "not known yet");

    /** @param settled for how long trust must have been seen */
    Trusted(Duration settled) {
        this.settled = settled;
    }

    /** @param authority that signed what is served */
    void observe(Look look, CertificateAuthority authority) {
        boolean now = look.configurations().allTrust(authority.certificate());
        boolean enough = look.view()
                .trusted()
                .lasted(authority.certificate(), settled, look.view().uptime());
        check = new Check(NAME, check.passed() || enough, describe(look, now));
    }

    private static String describe(Look look, boolean now) {
        if (look.configurations().isEmpty()) {
            return "no webhook configuration is there to ask for it";
        }
        return now ? "by all webhook configurations" : "not by all webhook configurations";
    }

    Check check() {
        return check;
    }
}
