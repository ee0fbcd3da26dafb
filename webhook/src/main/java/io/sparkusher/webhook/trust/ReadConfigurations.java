package io.sparkusher.webhook.trust;

import io.sparkusher.certs.TrustBundle;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;

/** The webhook configurations that there were when they were read. */
public final class ReadConfigurations {
    /** Before any was read. */
    public static final ReadConfigurations NONE = new ReadConfigurations(List.of());

    private final List<WebhookConfiguration> configurations;

    ReadConfigurations(List<WebhookConfiguration> configurations) {
        this.configurations = List.copyOf(configurations);
    }

    List<WebhookConfiguration> configurations() {
        return configurations;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return configurations.isEmpty();
    }

    private Stream<TrustBundle> bundles() {
        return configurations.stream().flatMap(configuration -> configuration.bundles().stream());
    }

    /** All authorities that any of them trusts. */
    public TrustBundle seen() {
        return bundles().reduce(TrustBundle.EMPTY, TrustBundle::union);
    }

    /** Whether every webhook of every configuration trusts the authority. */
    public boolean allTrust(X509Certificate authority) {
        return bundles().allMatch(bundle -> bundle.certificates().contains(authority));
    }

    /** Whether every webhook of every configuration trusts who shows this chain. */
    public boolean allTrust(List<X509Certificate> chain) {
        return bundles().allMatch(bundle -> bundle.vouchesFor(chain));
    }
}
