package io.sparkusher.certs;

import static io.sparkusher.certs.Samples.MONTH;
import static io.sparkusher.certs.Samples.NAMES;
import static io.sparkusher.certs.Samples.NOW;
import static io.sparkusher.certs.Samples.YEAR;
import static io.sparkusher.certs.Samples.authority;
import static io.sparkusher.certs.Samples.names;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sparkusher.certs.Renewal.Keep;
import io.sparkusher.certs.Renewal.Renew;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenewalTest {
    private static final Instant MONTH_DUE = Instant.parse("2026-11-21T11:58:20Z");
    private static final Instant MONTH_END = Instant.parse("2026-12-01T12:00:00Z");

    private final CertificateAuthority authority = authority();
    private final ServingCertificate serving = authority.issue(NAMES, NOW, MONTH);

    @Test
    void keepsAServingCertificateUntilTwoThirdsOfItsLifetimeHaveGone() {
        assertEquals(new Keep(MONTH_DUE), at(NOW));
        assertEquals(new Keep(MONTH_DUE), at(MONTH_DUE.minusNanos(1)));
    }

    @Test
    void renewsAServingCertificateOnceTwoThirdsOfItsLifetimeHaveGone() {
        var due = new Renew("The serving certificate has been due for renewal since 2026-11-21T11:58:20Z:"
                + " it expires at 2026-12-01T12:00:00Z.");

        assertEquals(due, at(MONTH_DUE));
        assertEquals(due, at(MONTH_END));
    }

    @Test
    void renewsAServingCertificateThatExpired() {
        assertEquals(
                new Renew("The serving certificate expired at 2026-12-01T12:00:00Z."), at(MONTH_END.plusSeconds(1)));
    }

    @Test
    void renewsAServingCertificateThatIsNotYetValidBecauseAClockJumped() {
        assertEquals(new Keep(MONTH_DUE), at(NOW.minus(Validity.CLOCK_SKEW)));
        assertEquals(
                new Renew("The serving certificate is not valid before 2026-11-01T11:55:00Z and it is"
                        + " 2026-10-31T12:00:00Z: a clock has jumped."),
                at(Instant.parse("2026-10-31T12:00:00Z")));
    }

    @Test
    void keepsAServingCertificateWhenTheSameNamesComeInAnotherOrder() {
        List<SubjectAlternativeName> reversed = new ArrayList<>(NAMES);
        Collections.reverse(reversed);

        assertEquals(new Keep(MONTH_DUE), Renewal.of(serving, reversed, authority, NOW));
    }

    @Test
    void renewsAServingCertificateWhenNamesHaveChanged() {
        assertEquals(
                new Renew("The serving certificate's names have changed: [10.0.0.7] to add,"
                        + " [spark-usher.spark.svc, 0:0:0:0:0:0:0:1] to drop."),
                Renewal.of(serving, names("localhost", "127.0.0.1", "10.0.0.7"), authority, NOW));
    }

    @Test
    void renewsAServingCertificateWhenOneNameIsMissingOrTooMany() {
        assertEquals(
                new Renew("The serving certificate's names have changed: [b] to add, [] to drop."),
                Renewal.of(authority.issue(names("a"), NOW, MONTH), names("a", "b"), authority, NOW));
        assertEquals(
                new Renew("The serving certificate's names have changed: [] to add, [b] to drop."),
                Renewal.of(authority.issue(names("a", "b"), NOW, MONTH), names("a"), authority, NOW));
    }

    @Test
    void renewsAServingCertificateWhenAnotherAuthorityOfTheSameNameIsToSign() {
        assertEquals(
                new Renew("The serving certificate was signed by another authority than the present"
                        + " \"CN=Spark Usher\"."),
                Renewal.of(serving, NAMES, authority(), NOW));
    }

    @Test
    void keepsAServingCertificateToTheEndWhereANewOneCouldNotLastLonger() {
        Instant authorityEnd = NOW.plus(YEAR);
        Instant late = authorityEnd.minusSeconds(60);
        ServingCertificate last = authority.issue(NAMES, late, MONTH);

        assertEquals(new Keep(authorityEnd), Renewal.of(last, NAMES, authority, late));
        assertEquals(
                new Renew("The serving certificate expired at 2027-11-01T12:00:00Z."),
                Renewal.of(last, NAMES, authority, authorityEnd.plusSeconds(1)));
    }

    @Test
    void keepsAnAuthorityUntilTwoThirdsOfItsLifetimeHaveGone() {
        Instant due = Instant.parse("2027-07-02T19:58:20Z");

        assertEquals(new Keep(due), Renewal.of(authority, due.minusNanos(1)));
        assertEquals(
                new Renew("The authority has been due for renewal since 2027-07-02T19:58:20Z:"
                        + " it expires at 2027-11-01T12:00:00Z."),
                Renewal.of(authority, due));
    }

    @Test
    void renewsAnAuthorityThatExpiredOrIsNotYetValid() {
        assertEquals(
                new Renew("The authority expired at 2027-11-01T12:00:00Z."),
                Renewal.of(authority, NOW.plus(YEAR).plusSeconds(1)));
        assertEquals(
                new Renew("The authority is not valid before 2026-11-01T11:55:00Z and it is 2026-11-01T11:54:59Z:"
                        + " a clock has jumped."),
                Renewal.of(authority, NOW.minus(Validity.CLOCK_SKEW).minusSeconds(1)));
    }

    private Renewal at(Instant now) {
        return Renewal.of(serving, NAMES, authority, now);
    }
}
