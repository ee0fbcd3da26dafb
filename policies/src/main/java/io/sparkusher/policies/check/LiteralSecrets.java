package io.sparkusher.policies.check;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds what looks like a secret written out. Whoever reaches the webhook can ask it what it would inject, so policies
 * may name secrets and never hold them.
 */
final class LiteralSecrets {
    private static final Pattern TELLING_NAME = Pattern.compile(
            "(^|[_.-])(password|passwd|secret|secret_?key|secret_?access_?key|access_?key|api_?key|private_?key|token|credentials?)$",
            Pattern.CASE_INSENSITIVE);

    /** Keys of AWS, GitHub and Slack, JSON web tokens, and private keys in PEM. */
    private static final Pattern TELLING_VALUE =
            Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b|\\bgh[pousr]_[0-9A-Za-z]{36}|\\bxox[abpr]-[0-9A-Za-z-]{10,}"
                    + "|\\beyJ[0-9A-Za-z_-]{10,}\\.eyJ[0-9A-Za-z_-]{10,}\\.|-----BEGIN [A-Z ]*PRIVATE KEY-----");

    /** Azure's storage keys, whose property ends with the account's name. */
    private static final Pattern ACCOUNT_KEY = Pattern.compile("\\.account\\.key\\.");

    private static final Pattern CAMEL_CASE = Pattern.compile("([a-z0-9])([A-Z])");

    private LiteralSecrets() {}

    /** As below, for a Spark property: its words stand in camel case or between dots. */
    static Optional<String> propertyFault(String property, String value) {
        String words = CAMEL_CASE.matcher(property).replaceAll("$1_$2").replace('.', '_');
        return looksSecret(words, value) || (ACCOUNT_KEY.matcher(property).find() && !isElsewhere(value))
                ? Optional.of("looks like a secret, and whoever reaches the webhook could read it: put it into a Secret"
                        + " that the driver gets as a file or variable, and name a credentials provider here")
                : Optional.empty();
    }

    /** What is wrong with the value under the name, empty where it looks like no secret. */
    static Optional<String> fault(String name, String value) {
        return looksSecret(name, value)
                ? Optional.of("looks like a secret, and whoever reaches the webhook could read it: put it into a Secret"
                        + " and refer to that with valueFrom.secretKeyRef")
                : Optional.empty();
    }

    private static boolean looksSecret(String name, String value) {
        boolean telling = TELLING_NAME.matcher(name).find() && !isElsewhere(value);
        return telling || TELLING_VALUE.matcher(value).find();
    }

    private static boolean isElsewhere(String value) {
        return value.isEmpty() || value.startsWith("/") || value.contains("$(") || value.contains("://");
    }
}
