package io.sparkusher.load.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class NamedSectionsTest {
    private static final String PAGE = """
            Before.
            <!-- results:one -->
            old
            <!-- end:one -->
            Between.
            <!-- results:two -->
            <!-- end:two -->
            After.
            """;

    @Test
    void replacesASectionAndNothingElse() {
        NamedSections page = new NamedSections(PAGE).replace("one", "new\n\n").replace("two", "| table |\n");

        assertEquals(
                PAGE.replace("old", "new").replace("results:two -->\n", "results:two -->\n| table |\n"),
                page.toString());
    }

    @Test
    void replacingTwiceIsReplacingOnce() {
        String once = new NamedSections(PAGE).replace("one", "new $1 \\").toString();

        assertEquals(once, new NamedSections(once).replace("one", "new $1 \\").toString());
    }

    @Test
    void refusesANameThatThePageDoesNotHave() {
        NamedSections page = new NamedSections(PAGE);

        assertThrows(IllegalArgumentException.class, () -> page.replace("three", ""));
        assertEquals(PAGE, page.toString());
    }
}
