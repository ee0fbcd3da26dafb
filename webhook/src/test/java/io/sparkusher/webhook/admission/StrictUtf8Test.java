package io.sparkusher.webhook.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictUtf8Test {
    // One of every range that the definition of UTF-8 tells apart, and its neighbours.
    private static final int[] BYTES = {
        0x01, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF,
        0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF
    };

    @Test
    void agreesWithTheStrictDecoderOfTheJdkAboutEverySequenceOfFourBytes() {
        for (int first : BYTES) {
            for (int second : BYTES) {
                for (int third : BYTES) {
                    for (int fourth : BYTES) {
                        agreesAbout(first, second, third, fourth);
                    }
                }
            }
        }
    }

    private static void agreesAbout(int... sequence) {
        byte[] text = "\"padding!\"".getBytes(UTF_8);
        byte[] whole = Arrays.copyOf(text, text.length + sequence.length);
        for (int at = 0; at < sequence.length; at++) {
            whole[text.length + at] = (byte) sequence[at];
        }
        assertEquals(decodes(whole), StrictUtf8.accepts(whole), () -> Arrays.toString(sequence));
    }

    private static boolean decodes(byte[] text) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException exception) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud83d\\ude00\"",
                "\"\\uD83D\\uDE00\"",
                "\"\\\\ud800\"",
                "\"\\u00e4\"",
                "\"\\n\\\"\"",
                "\"\\u12\"",
                "\"\\",
                "1"
            })
    void acceptsEscapesThatStandForCharactersAndLeavesOtherFaultsToTheParser(String text) {
        assertTrue(StrictUtf8.accepts(text.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud83d\"",
                "\"\\ude00\"",
                "\"\\ud83d\\ud83d\"",
                "\"\\ud83dx\\ude00\"",
                "\"\\\\\\ud800\"",
                "\"\\ud800"
            })
    void refusesHalfOfASurrogatePair(String text) {
        assertFalse(StrictUtf8.accepts(text.getBytes(UTF_8)));
    }
}
