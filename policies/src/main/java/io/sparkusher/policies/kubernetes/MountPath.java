package io.sparkusher.policies.kubernetes;

/** Paths at which containers mount volumes. */
public final class MountPath {
    private MountPath() {}

    /** The one way of writing a path that may have been written with a slash at its end. */
    public static String canonical(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
