package io.sparkusher.policies.kubernetes;

/**
 * Which characters names are made of, whatever their length. Read character by character and not by regular
 * expressions, which took a tenth of a review: every name of a pod is looked at in each.
 */
final class NameShapes {
    private static final int LONGEST_WORD = 63;

    private NameShapes() {}

    /** {@code [a-z0-9]([-a-z0-9]*[a-z0-9])?}. */
    static boolean isLabel(String name) {
        return isLabel(name, 0, name.length());
    }

    /** Labels with a dot between each two. */
    static boolean isSubdomain(String name) {
        return isSubdomain(name, name.length());
    }

    /** A word of at most 63 characters, after an optional subdomain and slash. */
    static boolean isQualified(String name) {
        int slash = name.indexOf('/');
        int start = slash + 1;
        return name.length() - start <= LONGEST_WORD && isWord(name, start) && (slash < 0 || isSubdomain(name, slash));
    }

    /** {@code [A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?}. */
    static boolean isWord(String name) {
        return isWord(name, 0);
    }

    /** Printable ASCII without the equals sign, and not nothing. */
    static boolean isEnvironmentVariable(String name) {
        return !name.isEmpty()
                && name.chars().allMatch(character -> character >= ' ' && character <= '~' && character != '=');
    }

    /** Lower-case letters, of which there is at least one, and digits, with single hyphens between them. */
    static boolean isPort(String name) {
        return isLabel(name)
                && !name.contains("--")
                && name.chars().anyMatch(character -> character >= 'a' && character <= 'z');
    }

    private static boolean isLabel(String name, int start, int end) {
        if (start >= end || name.charAt(start) == '-' || name.charAt(end - 1) == '-') {
            return false;
        }
        for (int at = start; at < end; at++) {
            if (!isLowerCaseOrDigit(name.charAt(at)) && name.charAt(at) != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isSubdomain(String name, int end) {
        int start = 0;
        for (int at = 0; at < end; at++) {
            if (name.charAt(at) == '.') {
                if (!isLabel(name, start, at)) {
                    return false;
                }
                start = at + 1;
            }
        }
        return isLabel(name, start, end);
    }

    private static boolean isWord(String name, int start) {
        int end = name.length();
        if (start >= end || !isLetterOrDigit(name.charAt(start)) || !isLetterOrDigit(name.charAt(end - 1))) {
            return false;
        }
        for (int at = start; at < end; at++) {
            char character = name.charAt(at);
            if (!isLetterOrDigit(character) && character != '-' && character != '_' && character != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLowerCaseOrDigit(char character) {
        return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
    }

    private static boolean isLetterOrDigit(char character) {
        return isLowerCaseOrDigit(character) || (character >= 'A' && character <= 'Z');
    }
}
