package io.sparkusher.policies.kubernetes;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of Kubernetes, as far as what clusters can do goes by it. */
public record KubernetesVersion(int major, int minor) implements Comparable<KubernetesVersion> {
    /** The newest version that policies were tried with. */
    public static final KubernetesVersion NEWEST = new KubernetesVersion(1, 36);

    private static final KubernetesVersion NATIVE_SIDECARS = new KubernetesVersion(1, 29);
    private static final KubernetesVersion IMAGE_VOLUMES = new KubernetesVersion(1, 36);
    private static final Pattern GRAMMAR = Pattern.compile("v?([0-9]{1,4})\\.([0-9]{1,4})([^0-9].*)?");

    /** The version that a text begins with, as in 1.36 or v1.28.3-eks-1; empty where it begins with none. */
    public static Optional<KubernetesVersion> parse(String text) {
        Matcher matcher = GRAMMAR.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(
                        new KubernetesVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** Whether init containers that are always restarted run beside the others, and end with them. */
    public boolean hasNativeSidecars() {
        return compareTo(NATIVE_SIDECARS) >= 0;
    }

    /** Whether an image can be mounted as a volume wherever the cluster's administrator has not said otherwise. */
    public boolean hasImageVolumes() {
        return compareTo(IMAGE_VOLUMES) >= 0;
    }

    @Override
    public int compareTo(KubernetesVersion other) {
        return major == other.major ? Integer.compare(minor, other.minor) : Integer.compare(major, other.major);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
