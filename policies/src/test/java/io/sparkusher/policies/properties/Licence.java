package io.sparkusher.policies.properties;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of a pod's own values a field of a policy that wins may say otherwise. */
interface Licence {
    /**
     * Whether a value may be another.
     *
     * @param pod the pod as submitted
     * @param pointer where the value stood in it
     * @param wanted what the policy's field says
     */
    boolean covers(ObjectNode pod, String pointer, JsonNode wanted);

    /** A single value, whatever is in it. */
    static Licence value(String place) {
        Pattern within = Pattern.compile(place.replace("*", "[0-9]+") + "(/.*)?");
        return (pod, pointer, wanted) -> within.matcher(pointer).matches();
    }

    /** The entries of a map that the field names. */
    static Licence entries(String place) {
        return (pod, pointer, wanted) -> wanted.properties().stream()
                .anyMatch(entry -> isWithin(place + "/" + escaped(entry.getKey()), pointer));
    }

    /** The elements of a list, or of a list in any container, that have the key of one that the field lists. */
    static Licence elements(String place, String... key) {
        Pattern element = Pattern.compile("(" + place.replace("*", "[0-9]+") + "/[0-9]+)(/.*)?");
        return (pod, pointer, wanted) -> {
            Matcher matcher = element.matcher(pointer);
            return matcher.matches()
                    && wanted.valueStream()
                            .anyMatch(candidate ->
                                    sameKey(List.of(key), candidate, pod.at(JsonPointer.compile(matcher.group(1)))));
        };
    }

    /** The elements of a list in any container whose name the elements of the field say in one of their members. */
    static Licence elementsNamedBy(String member, String place) {
        Pattern element = Pattern.compile("(" + place.replace("*", "[0-9]+") + "/[0-9]+)(/.*)?");
        return (pod, pointer, wanted) -> {
            Matcher matcher = element.matcher(pointer);
            return matcher.matches()
                    && wanted.findValuesAsText(member)
                            .contains(pod.at(JsonPointer.compile(matcher.group(1)))
                                    .path("name")
                                    .asText());
        };
    }

    static boolean sameKey(List<String> key, JsonNode first, JsonNode second) {
        return key.stream().allMatch(member -> text(member, first).equals(text(member, second)));
    }

    private static String text(String member, JsonNode element) {
        String text = element.path(member).asText();
        return switch (member) {
            case "operator" -> text.isEmpty() ? "Equal" : text;
            case "protocol" -> text.isEmpty() ? "TCP" : text;
            case "mountPath" -> text.length() > 1 ? text.replaceAll("/$", "") : text;
            default -> text;
        };
    }

    private static boolean isWithin(String place, String pointer) {
        return pointer.equals(place) || pointer.startsWith(place + "/");
    }

    static String escaped(String member) {
        return member.replace("~", "~0").replace("/", "~1");
    }
}
