package io.sparkusher.policies.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.sparkusher.policies.variables.Template;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Something that the API server demands of an object's field, beyond what Kubernetes' model says of its type. */
interface FieldRule {
    /** What is wrong, empty where nothing is. */
    Stream<FieldFault> faults(JsonNode object);

    /** Fields that must say something; one of an object within is written with dots. */
    static FieldRule required(String... members) {
        return object -> Arrays.stream(members)
                .filter(member -> isUnset(at(object, member)))
                .map(member -> new FieldFault(member, "is missing: Kubernetes requires it"));
    }

    /** A field, or a list, of values out of a closed list. An empty text is as good as none. */
    static FieldRule choice(String member, String... values) {
        List<String> known = List.of(values);
        return eachText(
                member,
                text -> known.contains(text)
                        ? Optional.empty()
                        : Optional.of("is \"" + text + "\", expected one of " + String.join(", ", known)));
    }

    /** A field that must look like something. */
    static FieldRule pattern(String member, String pattern, String expectation) {
        Pattern compiled = Pattern.compile(pattern);
        return eachText(
                member,
                text -> compiled.matcher(text).matches()
                        ? Optional.empty()
                        : Optional.of("is \"" + text + "\", expected " + expectation));
    }

    /** A path within a volume. */
    static FieldRule pathWithin(String member) {
        return pattern(
                member,
                "(?!/)(?!(.*/)?\\.\\.(/.*)?$).*",
                "a path that neither begins with a slash nor has an element ..");
    }

    /** A number, or a list of numbers, between two, which count as well. */
    static FieldRule range(String member, long lowest, long highest) {
        String expectation = highest == Long.MAX_VALUE ? lowest + " or more" : lowest + " to " + highest;
        return each(
                member,
                value -> value.isNumber() && (value.asLong() < lowest || value.asLong() > highest)
                        ? Optional.of("is " + value.asText() + ", expected " + expectation)
                        : Optional.empty());
    }

    /** Fields of which one must be there, and one alone. */
    static FieldRule oneOf(String... members) {
        return object -> {
            long present = Arrays.stream(members).filter(object::hasNonNull).count();
            return present == 1
                    ? Stream.empty()
                    : Stream.of(new FieldFault(
                            "", "has " + present + " of " + String.join(", ", members) + ": exactly one is expected"));
        };
    }

    /** A field that must be there where another one has one of the values, and nowhere else. */
    static FieldRule goesWith(String member, String other, String... values) {
        List<String> needing = List.of(values);
        return object -> {
            boolean needed = needing.contains(object.path(other).asText());
            if (needed == !isUnset(object.path(member))) {
                return Stream.empty();
            }
            String said = "the " + other + " " + object.path(other).asText();
            return Stream.of(new FieldFault(
                    member, needed ? "is missing: " + said + " needs it" : "does not go with " + said + ": remove it"));
        };
    }

    private static FieldRule eachText(String member, Function<String, Optional<String>> fault) {
        return each(
                member,
                value -> value.isTextual() && !value.textValue().isEmpty()
                        ? fault.apply(Template.sample(value.textValue()))
                        : Optional.empty());
    }

    /** Looks at the field, or at each element where it is a list. */
    private static FieldRule each(String member, Function<JsonNode, Optional<String>> fault) {
        return object -> {
            JsonNode value = object.path(member);
            return value.isArray()
                    ? IntStream.range(0, value.size())
                            .boxed()
                            .flatMap(index -> fault(member + "[" + index + "]", fault.apply(value.path(index))))
                    : fault(member, fault.apply(value));
        };
    }

    private static Stream<FieldFault> fault(String member, Optional<String> sentence) {
        return sentence.map(text -> new FieldFault(member, text)).stream();
    }

    private static JsonNode at(JsonNode object, String members) {
        return object.at("/" + members.replace('.', '/'));
    }

    private static boolean isUnset(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.textValue().isEmpty())
                || (value.isArray() && value.isEmpty());
    }
}
