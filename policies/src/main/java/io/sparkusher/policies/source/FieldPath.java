package io.sparkusher.policies.source;

/** Paths of fields as Kubernetes writes them: {@code spec.executor.env[2].name}, {@code metadata.labels[a.b/c]}. */
public final class FieldPath {
    private FieldPath() {}

    /** The path of a member. Names with characters that paths themselves use are put in brackets. */
    public static String member(String path, String name) {
        if (name.isEmpty() || name.chars().anyMatch(character -> ".[]/".indexOf(character) >= 0)) {
            return path + "[" + name + "]";
        }
        return path.isEmpty() ? name : path + "." + name;
    }

    /** The path of what stands in the object, or in objects in it; members are joined by dots. */
    static String descendant(String path, String members) {
        return members.isEmpty() ? path : path + "." + members;
    }

    /** The path of an element. */
    public static String element(String path, int index) {
        return path + "[" + index + "]";
    }

    static String parent(String path) {
        int bracket = path.endsWith("]") ? path.lastIndexOf('[') : -1;
        int end = bracket >= 0 ? bracket : path.lastIndexOf('.');
        return end < 0 ? "" : path.substring(0, end);
    }
}
