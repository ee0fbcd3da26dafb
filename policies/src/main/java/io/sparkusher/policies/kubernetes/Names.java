package io.sparkusher.policies.kubernetes;

import java.util.Optional;

/** Kubernetes' rules for names: apimachinery, pkg/util/validation. Each says what is expected where it is not met. */
public enum Names {
    Label(63, "lower-case letters, digits and hyphens, at most 63, as in my-name"),
    Subdomain(253, "lower-case letters, digits, hyphens and dots, at most 253, as in my.name"),
    Qualified(
            317,
            "letters, digits, hyphens, underscores and dots, at most 63, after an optional domain and slash, as in example.com/my-name"),
    LabelValue(63, "letters, digits, hyphens, underscores and dots, at most 63"),
    EnvironmentVariable(1024, "printable characters other than ="),
    Port(15, "lower-case letters, digits and single hyphens, at most 15");

    private final int maximumLength;
    private final String expectation;

    Names(int maximumLength, String expectation) {
        this.maximumLength = maximumLength;
        this.expectation = expectation;
    }

    /** Whether nothing is wrong with the name. */
    public boolean accepts(String name) {
        return name.length() <= maximumLength && hasShape(name);
    }

    private boolean hasShape(String name) {
        return switch (this) {
            case Label -> NameShapes.isLabel(name);
            case Subdomain -> NameShapes.isSubdomain(name);
            case Qualified -> NameShapes.isQualified(name);
            case LabelValue -> name.isEmpty() || NameShapes.isWord(name);
            case EnvironmentVariable -> NameShapes.isEnvironmentVariable(name);
            case Port -> NameShapes.isPort(name);
        };
    }

    /** What is wrong with the name, empty where nothing is. */
    public Optional<String> fault(String name) {
        return accepts(name) ? Optional.empty() : Optional.of("is \"" + name + "\", expected " + expectation);
    }
}
