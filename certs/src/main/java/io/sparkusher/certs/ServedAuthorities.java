package io.sparkusher.certs;

import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.Set;

/**
 * Which authorities signed what live replicas serve.
 *
 * @param known as the replicas say
 * @param silentReplicas how many replicas do not say: any authority might be theirs
 */
public record ServedAuthorities(Set<Fingerprint> known, int silentReplicas) {
    public ServedAuthorities {
        known = Set.copyOf(known);
    }

    /** These and one more. */
    public ServedAuthorities with(Fingerprint authority) {
        Set<Fingerprint> more = new HashSet<>(known);
        more.add(authority);
        return new ServedAuthorities(more, silentReplicas);
    }

    /** Whether a replica says that it serves what this authority signed. */
    public boolean include(X509Certificate authority) {
        return known.contains(Fingerprint.of(authority));
    }

    /** Whether it is certain that no replica serves what this authority signed. */
    public boolean exclude(X509Certificate authority) {
        return silentReplicas == 0 && !include(authority);
    }
}
