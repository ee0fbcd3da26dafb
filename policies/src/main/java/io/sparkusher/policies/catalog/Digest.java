package io.sparkusher.policies.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells two evaluations apart that do not review by the same versions. */
final class Digest {
    private Digest() {}

    /** SHA-256 in hexadecimal digits, of the versions in force of policies with their pools, and of the pools. */
    static String of(Collection<PolicyHistory> policies, Collection<PoolInForce> pools) {
        Stream<String> lines = Stream.concat(
                policies.stream().flatMap(history -> history.inForce().stream().map(inForce -> line(history, inForce))),
                pools.stream().map(PoolInForce::identity));
        return sha256(lines.sorted().collect(Collectors.joining("\n")));
    }

    private static String line(PolicyHistory history, PolicyInForce inForce) {
        String pools = inForce.pools().values().stream()
                .map(PoolInForce::identity)
                .sorted()
                .collect(Collectors.joining(" "));
        return inForce.policy().reference().stamp() + "/" + history.object().uid() + " " + pools;
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("Every Java platform has SHA-256", exception);
        }
    }
}
