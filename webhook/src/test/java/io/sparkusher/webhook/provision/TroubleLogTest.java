package io.sparkusher.webhook.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TroubleLogTest {
    private static final Trouble ONE = trouble("one");
    private static final Trouble TWO = trouble("two");

    private final List<Trouble> told = new ArrayList<>();
    private final TroubleLog log = new TroubleLog();

    @Test
    void tellsOfATroubleOnceUntilItIsOverAndComesBack() {
        log.replace(List.of(ONE), told::add);
        log.replace(List.of(ONE, TWO), told::add);
        assertEquals(List.of(ONE, TWO), told);

        log.replace(List.of(TWO), told::add);
        log.replace(List.of(TWO, ONE), told::add);
        assertEquals(List.of(ONE, TWO, ONE), told);
    }

    @Test
    void countsThoseThatThereAreNow() {
        log.replace(List.of(ONE, TWO), told::add);
        log.replace(List.of(TWO), told::add);

        assertEquals(1, log.count(TroubleCode.GrantMissing));
        assertEquals(0, log.count(TroubleCode.AccountNotOurs));
    }

    private static Trouble trouble(String sentence) {
        return new Trouble(TroubleCode.GrantMissing, new TreeSet<>(), sentence);
    }
}
