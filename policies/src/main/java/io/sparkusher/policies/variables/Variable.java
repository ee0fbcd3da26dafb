package io.sparkusher.policies.variables;

import io.sparkusher.policies.api.Description;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What string values of policies may refer to, as <code>${usher:NAME}</code>. There are no others. */
public enum Variable {
    @Description("The pod's namespace.")
    Namespace("namespace"),
    @Description("The value of the label KEY of the pod's namespace.")
    NamespaceLabel("namespaceLabel/KEY"),
    @Description("The application's name: the pod's label spark-app-name.")
    AppName("appName"),
    @Description("The application's id: the pod's label spark-app-selector.")
    AppId("appId"),
    @Description("driver or executor.")
    Role("role");

    private static final String KEY = "KEY";

    private final String pattern;

    Variable(String pattern) {
        this.pattern = pattern;
    }

    /** How it is written between <code>${usher:</code> and the closing brace; KEY stands for a label's key. */
    public String pattern() {
        return pattern;
    }

    /** A variable with the key that it is asked for, empty for those that take none. */
    public record Use(Variable variable, String key) {
        /** As it is written. */
        @Override
        public String toString() {
            return "${usher:" + variable.pattern.replace(KEY, key) + "}";
        }
    }

    static Optional<Use> parse(String name) {
        return Arrays.stream(values())
                .flatMap(variable -> variable.use(name).stream())
                .findFirst();
    }

    static List<String> patterns() {
        return Arrays.stream(values())
                .map(variable -> "${usher:" + variable.pattern + "}")
                .toList();
    }

    private Optional<Use> use(String name) {
        if (!pattern.endsWith(KEY)) {
            return name.equals(pattern) ? Optional.of(new Use(this, "")) : Optional.empty();
        }
        String prefix = pattern.substring(0, pattern.length() - KEY.length());
        return name.startsWith(prefix) && name.length() > prefix.length()
                ? Optional.of(new Use(this, name.substring(prefix.length())))
                : Optional.empty();
    }
}
