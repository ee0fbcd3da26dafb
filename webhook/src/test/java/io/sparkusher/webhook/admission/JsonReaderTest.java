package io.sparkusher.webhook.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sparkusher.webhook.testing.RecordedReviews;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with Jackson, which is right. */
class JsonReaderTest {
    private static final ObjectReader JACKSON =
            AdmissionJson.MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final byte[] TROUBLE = "{}[]\",:\\u0019-+.eEtfn \t\u0001é".getBytes(UTF_8);
    private static final int MUTATIONS = 1000;

    static List<String> recorded() {
        return RecordedReviews.names();
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void readsAndPassesOverWhatAnApiServerSent(String name) {
        assertAgrees(RecordedReviews.read(name));
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void agreesAboutWhatWasBrokenOnTheWay(String name) {
        byte[] review = RecordedReviews.read(name);
        Random random = new Random(name.hashCode());
        for (int mutation = 0; mutation < MUTATIONS; mutation++) {
            assertAgrees(mutated(review, random));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-",
                "00",
                "01",
                "-1.5e-3",
                "1.",
                ".5",
                "1e",
                "1E+",
                "1e+05",
                "+1",
                "9223372036854775807",
                "9223372036854775808",
                "-9223372036854775808",
                "2147483648",
                "1e400",
                "tru",
                "true",
                "truex",
                "nul",
                "null",
                "falsey",
                "\"",
                "\"a",
                "\"\\",
                "\"\\u12\"",
                "\"\\u00e4\\n\\\"\\/\"",
                "\"\\q\"",
                "\"\t\"",
                "[",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "[1 2]",
                "{",
                "{}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1,\"a\":2}",
                "{a:1}",
                " [ ] ",
                "[]]",
                "",
                " ",
                "{\"ä\":\"ö\\u00fc\"}",
                "'a'"
            })
    void agreesAbout(String text) {
        assertAgrees(text.getBytes(UTF_8));
    }

    @Test
    void refusesAnExponentThatNoNumberHas() {
        assertEquals(Optional.empty(), read("1e99999999999".getBytes(UTF_8)));
    }

    @Test
    void makesNoStringTwice() throws Exception {
        for (int length = 0; length <= 96; length++) {
            byte[] text = ("\"" + "a".repeat(length) + "\"").getBytes(UTF_8);

            TextNode first = new JsonReader(text).text();

            assertEquals("a".repeat(length), first.textValue());
            assertSame(first, new JsonReader(text).text());
        }
    }

    @Test
    void makesNoStringOfAReviewTwice() throws Exception {
        JsonNode first = JsonTrees.read(new JsonReader(RecordedReviews.executor()));
        JsonNode second = JsonTrees.read(new JsonReader(RecordedReviews.executor()));

        for (JsonNode variable : first.at("/request/object/spec/containers/0/env")) {
            String name = variable.path("name").textValue();
            assertSame(
                    variable.get("name"),
                    second.at("/request/object/spec/containers/0/env")
                            .valueStream()
                            .filter(other -> other.path("name").textValue().equals(name))
                            .map(other -> other.get("name"))
                            .findFirst()
                            .orElseThrow());
        }
    }

    @Test
    void makesLongStringsAndForgetsOthersWithoutMixingThemUp() throws Exception {
        for (int number = 0; number < 20_000; number++) {
            String text = "application-" + number % 9_000 + "x".repeat(number % 120);
            assertEquals(
                    text,
                    new JsonReader(("\"" + text + "\"").getBytes(UTF_8)).text().textValue());
        }
    }

    private static byte[] mutated(byte[] review, Random random) {
        byte[] mutated = review.clone();
        int at = random.nextInt(review.length);
        switch (random.nextInt(3)) {
            case 0 -> mutated[at] = TROUBLE[random.nextInt(TROUBLE.length)];
            case 1 -> mutated = Arrays.copyOf(review, at);
            default -> System.arraycopy(review, at, mutated, at - Math.min(at, 1), review.length - at);
        }
        return mutated;
    }

    private static void assertAgrees(byte[] text) {
        if (!StrictUtf8.accepts(text)) {
            return;
        }
        Optional<String> expected = readByJackson(text);
        assertEquals(expected, read(text), () -> new String(text, UTF_8));
        assertEquals(expected.isPresent(), isPassedOver(text), () -> new String(text, UTF_8));
    }

    private static Optional<String> readByJackson(byte[] text) {
        try {
            JsonNode tree = JACKSON.readTree(text);
            return tree.isMissingNode() ? Optional.empty() : Optional.of(tree.toString());
        } catch (JsonProcessingException refused) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<String> read(byte[] text) {
        try {
            JsonReader reader = new JsonReader(text);
            JsonNode tree = JsonTrees.read(reader);
            return reader.isAtEnd() ? Optional.of(tree.toString()) : Optional.empty();
        } catch (MalformedReviewException refused) {
            return Optional.empty();
        }
    }

    private static boolean isPassedOver(byte[] text) {
        try {
            JsonReader reader = new JsonReader(text);
            reader.skip();
            return reader.isAtEnd();
        } catch (MalformedReviewException refused) {
            return false;
        }
    }
}
