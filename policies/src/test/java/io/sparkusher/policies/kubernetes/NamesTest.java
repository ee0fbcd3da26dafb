package io.sparkusher.policies.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
    private static final String WORD = "[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?";

    @Property(tries = 3000)
    void agreeWithKubernetesRegularExpressions(@ForAll("names") String name) {
        for (Names rule : Names.values()) {
            assertEquals(
                    name.length() <= longest(rule) && Pattern.matches(regularExpression(rule), name),
                    rule.accepts(name),
                    () -> rule + " of \"" + name + "\"");
        }
    }

    @Test
    void aNameAfterADomainHasABoundOfItsOwn() {
        String domain = "example.com/";

        assertEquals(true, Names.Qualified.accepts(domain + "a".repeat(63)));
        assertEquals(false, Names.Qualified.accepts(domain + "a".repeat(64)));
    }

    @Test
    void aFaultSaysWhatWasExpected() {
        assertEquals(
                "is \"A\", expected lower-case letters, digits and hyphens, at most 63, as in my-name",
                Names.Label.fault("A").orElseThrow());
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> nearlyRight = Arbitraries.of('a', 'z', '0', '9', 'A', 'Z', '-', '_', '.', '/', '=', ' ', 'é')
                .list()
                .ofMaxSize(8)
                .map(characters -> {
                    StringBuilder name = new StringBuilder();
                    characters.forEach(name::append);
                    return name.toString();
                });
        Arbitrary<String> lengthy = Arbitraries.integers().between(14, 320).map("a"::repeat);
        return Arbitraries.frequencyOf(Tuple.of(8, nearlyRight), Tuple.of(1, lengthy));
    }

    /** As apimachinery, pkg/util/validation has them. */
    private static String regularExpression(Names rule) {
        return switch (rule) {
            case Label -> LABEL;
            case Subdomain -> SUBDOMAIN;
            case Qualified -> "(" + SUBDOMAIN + "/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?";
            case LabelValue -> "(" + WORD + ")?";
            case EnvironmentVariable -> "[ -<>-~]+";
            case Port -> "(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*";
        };
    }

    private static int longest(Names rule) {
        return switch (rule) {
            case Label, LabelValue -> 63;
            case Subdomain -> 253;
            case Qualified -> 317;
            case EnvironmentVariable -> 1024;
            case Port -> 15;
        };
    }
}
