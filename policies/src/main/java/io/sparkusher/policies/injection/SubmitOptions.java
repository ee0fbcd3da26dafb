package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sparkusher.policies.patch.Place;
import java.util.List;
import java.util.Optional;

/**
 * The options that Spark's launcher gives to the driver's JVM beside its own: those in an environment variable of the
 * Spark container. What the pod says in it stays; a variable that comes by {@code envFrom} is not seen.
 */
record SubmitOptions(Place environment, String field) implements JvmOptions {
    static final String VARIABLE = "SPARK_SUBMIT_OPTS";

    static SubmitOptions of(PodContext pod) {
        return new SubmitOptions(
                pod.sparkContainer().member("env"), pod.sparkContainerPath() + ".env[" + VARIABLE + "]");
    }

    /** Whether what a policy wants in the variable stands there, be it that others appended to it. */
    static boolean covers(JsonNode present, JsonNode wanted) {
        String text = wanted.path("value").asText();
        return wanted.path("name").asText().equals(VARIABLE)
                && !text.isEmpty()
                && present.path("value").asText().startsWith(text + " ");
    }

    @Override
    public List<String> options() {
        Place variable = variable();
        if (variable.member("valueFrom").exists()) {
            throw new CannotApplyException(field
                    + " comes from elsewhere by valueFrom, so that nothing can be added to it: write its value out");
        }
        return LauncherOptions.parse(variable.value().path("value").asText())
                .orElseThrow(() -> new CannotApplyException(
                        field + " has a quote that is not closed or a backslash at its end: correct it"));
    }

    /** The rest of the last option that begins so: of several the JVM takes the last. */
    Optional<String> last(String prefix) {
        return options().stream()
                .filter(option -> option.startsWith(prefix))
                .reduce((first, second) -> second)
                .map(option -> option.substring(prefix.length()));
    }

    @Override
    public void append(String option) {
        Place variable = variable();
        String before = variable.value().path("value").asText();
        String after =
                before.isEmpty() ? LauncherOptions.quoted(option) : before + " " + LauncherOptions.quoted(option);
        if (variable.exists()) {
            variable.member("value").set(TextNode.valueOf(after));
        } else {
            environment.append(named().put("value", after));
        }
    }

    @Override
    public String fieldOf(String option) {
        return field;
    }

    private Place variable() {
        int index = ListKey.NAME.indexOf(named(), environment.value());
        return environment.element(index < 0 ? environment.value().size() : index);
    }

    private static ObjectNode named() {
        return JsonNodeFactory.instance.objectNode().put("name", VARIABLE);
    }
}
