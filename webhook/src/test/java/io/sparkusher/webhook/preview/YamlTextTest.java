package io.sparkusher.webhook.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class YamlTextTest {
    @Test
    void keepsOrderAndLaysListsOutLikeKubectl() throws Exception {
        assertEquals("""
                z: 1
                a:
                - b: {}
                  c: []
                - - true
                  - null
                """, yaml("{'z': 1, 'a': [{'b': {}, 'c': []}, [true, null]]}"));
    }

    @Test
    void keepsTheDigitsOfNumbers() throws Exception {
        assertEquals(
                """
                a: 1.50
                b: 12345678901234567890123456789
                c: 0.10000000000000000000001
                d: 1E+400
                """,
                yaml("{'a': 1.50, 'b': 12345678901234567890123456789, 'c': 0.10000000000000000000001, 'd': 1e400}"));
    }

    @Test
    void keepsTextsOfSeveralLinesReadable() throws Exception {
        assertEquals("""
                script: |
                  if true; then
                    echo "yes"
                  fi
                cut: |-
                  a
                  b
                """, yaml("{'script': 'if true; then\\n  echo \\\"yes\\\"\\nfi\\n', 'cut': 'a\\nb'}"));
    }

    @Test
    void doesNotFoldLongTexts() throws Exception {
        String text = "word ".repeat(100) + "end";

        assertEquals("a: " + text + "\n", yaml("{'a': '" + text + "'}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "False",
                "yes",
                "No",
                "on",
                "OFF",
                "y",
                "N",
                "null",
                "~",
                "",
                " ",
                "1",
                "-1",
                "1.5",
                ".5",
                "1e3",
                "0x1F",
                "0o17",
                "017",
                "08",
                "1_000",
                "12:30",
                "1:2:3.4",
                ".inf",
                "-.INF",
                ".NaN",
                "2026-11-01",
                "2026-11-01T10:00:00Z",
                "<<",
                "=",
                "- a",
                "a: b",
                "a #b",
                "#a",
                "&a",
                "*a",
                "!a",
                "%a",
                "@a",
                "`a",
                "'a'",
                "\"a\"",
                "[a]",
                "{a}",
                "|",
                ">",
                "?",
                "? a",
                ":",
                "---",
                "...",
                "a:",
                " a",
                "a ",
                "\ta",
                "a\tb",
                "a\\b",
                "a\nb",
                "a\nb\n",
                "a\n\n",
                "\na",
                "\n",
                " a\n  b",
                "a \nb",
                "a\n b\n",
                "a\r\nb",
                "a\rb",
                "a\u0085b",
                "a\u2028b",
                "\u0000",
                "\u001B[31m",
                "\u00E9",
                "\uD83D\uDE80",
                "\uFEFFa",
                "# a\nb",
                "a\n# b\n",
                "a\n---\nb",
                "a\n\tb"
            })
    void keepsTextsThatLookLikeSomethingElse(String text) {
        JsonNodeFactory factory = JsonNodeFactory.instance;
        ObjectNode value = factory.objectNode();
        value.set(
                "deeper", factory.arrayNode().add(text).add(factory.objectNode().put("field", text)));
        value.put(text, text);

        Object read = new Yaml().load(YamlText.of(value));

        assertEquals(value, ExactJson.MAPPER.valueToTree(read), () -> YamlText.of(value));
    }

    /** YAML 1.2 and Go's readers take these for something else than text, where YAML 1.1 does not. */
    @ParameterizedTest
    @ValueSource(strings = {"y", "Y", "n", "N", "0o17", "-0o7"})
    void quotesWhatOtherReadersTakeForSomethingElse(String text) throws Exception {
        assertEquals("a: '" + text + "'\n", yaml("{'a': '" + text + "'}"));
    }

    private static String yaml(String json) throws Exception {
        JsonNode value = ExactJson.MAPPER.readTree(json.replace('\'', '"'));
        return YamlText.of(value);
    }
}
