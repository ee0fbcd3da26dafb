package io.sparkusher.certs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ValidityTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-01-31T00:00:00Z");
    private static final Validity JANUARY = new Validity(BEGIN, END);

    @Test
    void beginsFiveMinutesEarlyForClocksThatAreSlow() {
        Validity validity = Validity.starting(BEGIN, Duration.ofDays(30));

        assertEquals(Instant.parse("2025-12-31T23:55:00Z"), validity.notBefore());
        assertEquals(END, validity.notAfter());
    }

    @Test
    void dropsFractionsOfASecondAsCertificatesDo() {
        assertEquals(JANUARY, new Validity(BEGIN.plusMillis(999), END.plusNanos(1)));
    }

    @Test
    void includesBothEnds() {
        assertTrue(JANUARY.includes(BEGIN));
        assertTrue(JANUARY.includes(END));
        assertFalse(JANUARY.includes(BEGIN.minusSeconds(1)));
        assertFalse(JANUARY.includes(END.plusSeconds(1)));
    }

    @Test
    void isDueWhenTwoThirdsHaveGone() {
        assertEquals(Instant.parse("2026-01-21T00:00:00Z"), JANUARY.renewalTime());
    }

    @Test
    void isNotDueWhenItBeginsHoweverShortItIs() {
        assertTrue(Validity.starting(BEGIN, Validity.CLOCK_SKEW).renewalTime().isAfter(BEGIN));
    }

    @Test
    void refusesALifetimeShorterThanTheClockSkew() {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> Validity.starting(BEGIN, Validity.CLOCK_SKEW.minusSeconds(1)));

        assertEquals("A certificate's lifetime of PT4M59S is too short: give it PT5M or more.", refusal.getMessage());
    }

    @Test
    void refusesAnEndThatIsNotAfterTheBeginning() {
        assertThrows(IllegalArgumentException.class, () -> new Validity(BEGIN, BEGIN.plusMillis(1)));
        assertThrows(IllegalArgumentException.class, () -> new Validity(END, BEGIN));
    }
}
