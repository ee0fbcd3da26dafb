package io.sparkusher.policies.injection;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Names of what is injected: people refer to them, so they never change. */
final class InjectedName {
    /** The length of a DNS label, which names of volumes and containers are. */
    private static final int MAXIMUM_LENGTH = 63;

    private InjectedName() {}

    /** The name as a DNS label; where that needs a change, a checksum keeps different names different. */
    static String of(String name) {
        String label = name.replace('.', '-');
        if (label.equals(name) && label.length() <= MAXIMUM_LENGTH) {
            return label;
        }
        CRC32 checksum = new CRC32();
        checksum.update(name.getBytes(StandardCharsets.UTF_8));
        String suffix = String.format("-%08x", checksum.getValue());
        return label.substring(0, Math.min(label.length(), MAXIMUM_LENGTH - suffix.length())) + suffix;
    }
}
