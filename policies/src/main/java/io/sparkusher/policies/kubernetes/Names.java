package io.sparkusher.policies.kubernetes;

import java.util.Optional;
import java.util.regex.Pattern;

/** Kubernetes' rules for names: apimachinery, pkg/util/validation. Each says what is expected where it is not met. */
public enum Names {
    Label("[a-z0-9]([-a-z0-9]*[a-z0-9])?", 63, "lower-case letters, digits and hyphens, at most 63, as in my-name"),
    Subdomain(
            "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*",
            253,
            "lower-case letters, digits, hyphens and dots, at most 253, as in my.name"),
    Qualified(
            "([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?",
            317,
            "letters, digits, hyphens, underscores and dots, at most 63, after an optional domain and slash, as in example.com/my-name"),
    LabelValue(
            "([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?",
            63,
            "letters, digits, hyphens, underscores and dots, at most 63"),
    EnvironmentVariable("[ -<>-~]+", 1024, "printable characters other than ="),
    Port("(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*", 15, "lower-case letters, digits and single hyphens, at most 15");

    private final Pattern pattern;
    private final int maximumLength;
    private final String expectation;

    Names(String pattern, int maximumLength, String expectation) {
        this.pattern = Pattern.compile(pattern);
        this.maximumLength = maximumLength;
        this.expectation = expectation;
    }

    /** What is wrong with the name, empty where nothing is. */
    public Optional<String> fault(String name) {
        return name.length() <= maximumLength && pattern.matcher(name).matches()
                ? Optional.empty()
                : Optional.of("is \"" + name + "\", expected " + expectation);
    }
}
