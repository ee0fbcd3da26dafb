package io.sparkusher.policies.patch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is added to objects that policies have put into a pod: the API server's defaults (kubernetes,
 * pkg/apis/core/v1/defaults.go), and variables and mounts of plugins and other webhooks. Anything else that stands beside
 * what a policy wants is somebody's word.
 */
public final class ApiServerAdditions {
    /** Every limit without a request becomes one. */
    private static final String REQUESTS = "requests";

    private static final Set<String> DEFAULTED = Set.of(
            "apiVersion",
            "cachingMode",
            "defaultMode",
            "divisor",
            "expirationSeconds",
            "failureThreshold",
            "hostPort",
            "fsType",
            "imagePullPolicy",
            "periodSeconds",
            "protocol",
            "pullPolicy",
            REQUESTS,
            "scheme",
            "service",
            "successThreshold",
            "terminationMessagePath",
            "terminationMessagePolicy",
            "timeoutSeconds",
            "volumeMode");

    /** Lists of containers to which the plugin ServiceAccount and webhooks for identities add, wherever they come. */
    private static final Set<String> SHARED = Set.of("env", "volumeMounts");

    private ApiServerAdditions() {}

    /** Whether all that a value says beyond what it covers is of such adding. */
    public static boolean areAllThatIsMore(JsonNode present, JsonNode wanted) {
        return areAllThatIsMore("", present, wanted);
    }

    private static boolean areAllThatIsMore(String name, JsonNode present, JsonNode wanted) {
        if (name.equals(REQUESTS)) {
            return true;
        }
        if (present.isObject() && wanted.isObject()) {
            return present.properties().stream()
                    .allMatch(member -> isExpected(member.getKey(), member.getValue(), wanted.get(member.getKey())));
        }
        return !present.isArray() || !wanted.isArray() || isExpectedList(present, wanted, SHARED.contains(name));
    }

    private static boolean isExpected(String name, JsonNode present, @Nullable JsonNode wanted) {
        if (wanted != null) {
            return areAllThatIsMore(name, present, wanted);
        }
        boolean saysNothing = present.isNull()
                || (present.isContainerNode() && present.isEmpty())
                || (present.isTextual() && present.textValue().isEmpty());
        boolean root = name.equals("path") && present.asText().equals("/");
        return saysNothing || root || DEFAULTED.contains(name) || SHARED.contains(name);
    }

    /** Elements that cover wanted ones stand in the same order, as {@link Coverage} has it. */
    private static boolean isExpectedList(JsonNode present, JsonNode wanted, boolean shared) {
        int next = 0;
        for (JsonNode element : present) {
            boolean counterpart = next < wanted.size() && Coverage.covers(element, wanted.get(next));
            if (counterpart && areAllThatIsMore(element, wanted.get(next))) {
                next++;
            } else if (!shared) {
                return false;
            }
        }
        return next == wanted.size();
    }
}
