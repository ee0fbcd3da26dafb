package io.sparkusher.webhook.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SingleLineTest {
    @Test
    void replacesWhateverCouldBeginAnotherLineOrHideText() {
        assertEquals("a b c d e f", SingleLine.of("a\nb\rc\u2028d\u0085e\u202ef", 100));
    }

    @Test
    void neverCutsACharacterInTwo() {
        assertEquals("abcd...", SingleLine.of("abcd\ud83d\ude00efgh", 8));
        assertEquals("abcd\ud83d\ude00", SingleLine.of("abcd\ud83d\ude00", 6));
    }
}
