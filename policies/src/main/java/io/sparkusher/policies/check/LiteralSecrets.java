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

    private LiteralSecrets() {}

    /** What is wrong with the value under the name, empty where it looks like no secret. */
    static Optional<String> fault(String name, String value) {
        boolean elsewhere = value.isEmpty() || value.startsWith("/") || value.contains("$(") || value.contains("://");
        boolean telling = TELLING_NAME.matcher(name).find() && !elsewhere;
        return telling || TELLING_VALUE.matcher(value).find()
                ? Optional.of("looks like a secret, and whoever reaches the webhook could read it: put it into a Secret"
                        + " and refer to that with valueFrom.secretKeyRef")
                : Optional.empty();
    }
}
