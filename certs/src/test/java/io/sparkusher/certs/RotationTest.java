package io.sparkusher.certs;

import static io.sparkusher.certs.Samples.MONTH;
import static io.sparkusher.certs.Samples.NOW;
import static io.sparkusher.certs.Samples.YEAR;
import static io.sparkusher.certs.Samples.authority;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sparkusher.certs.RotationStep.Create;
import io.sparkusher.certs.RotationStep.Prepare;
import io.sparkusher.certs.RotationStep.Promote;
import io.sparkusher.certs.RotationStep.Remember;
import io.sparkusher.certs.RotationStep.Rest;
import io.sparkusher.certs.RotationStep.Retire;
import io.sparkusher.certs.RotationView.Absent;
import io.sparkusher.certs.RotationView.Damaged;
import io.sparkusher.certs.RotationView.Stored;
import io.sparkusher.certs.RotationView.Usable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RotationTest {
    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final Duration UPTIME = Duration.ofMinutes(10);
    private static final Duration LONG_AGO = UPTIME.minus(MARGIN);
    private static final Duration JUST_NOW = LONG_AGO.plusNanos(1);

    private final Rotation rotation = new Rotation(new RotationSettings(YEAR, MARGIN));
    private final CertificateAuthority old = authority();
    private final CertificateAuthority present = authority();
    private final CertificateAuthority next = authority();
    private final SharedAuthorities alone = SharedAuthorities.beginning(present, TrustBundle.EMPTY);
    private final SharedAuthorities rotating = alone.prepare(next);
    private final SharedAuthorities afterwards = SharedAuthorities.beginning(present, bundle(old));

    @Test
    void createsAnAuthorityWhereThereIsNone() {
        assertEquals(
                new Create(TrustBundle.EMPTY, "No authority is stored."),
                due(new Absent(), Facts.quiet().seen(old)));
    }

    @Test
    void createsAnAuthorityInThePlaceOfADamagedOneAndKeepsTrustInWhatIsServed() {
        assertEquals(
                new Create(bundle(old), "The stored authority cannot be used: it is cut off."),
                due(new Damaged("it is cut off."), Facts.quiet().seen(old, next).served(old)));
    }

    @Test
    void createsAnAuthorityAtOnceWhereThePresentOneCannotSign() {
        Create late = assertInstanceOf(
                Create.class,
                due(alone, Facts.quiet().served(present).at(NOW.plus(YEAR).plusSeconds(1))));
        assertEquals(new Create(bundle(present), "The authority expired at 2027-11-01T12:00:00Z."), late);

        Create early = assertInstanceOf(Create.class, due(alone, Facts.quiet().at(NOW.minus(MONTH))));
        assertTrue(early.reason().contains("a clock has jumped"), early.reason());
        assertEquals(TrustBundle.EMPTY, early.served());
    }

    @Test
    void remembersWhatIsServedThoughAPersonPutAnotherAuthorityInItsPlace() {
        assertEquals(
                new Remember(
                        bundle(old),
                        "Replicas serve what authorities signed that are not stored: "
                                + Fingerprint.of(old.certificate())),
                due(alone, Facts.quiet().seen(old, next).served(old, present).asked()));
    }

    @Test
    void preparesASuccessorWhenTwoThirdsOfALifetimeHaveGone() {
        Instant due = present.validity().renewalTime();

        assertInstanceOf(Rest.class, due(alone, Facts.quiet().at(due.minusNanos(1))));
        assertInstanceOf(Prepare.class, due(alone, Facts.quiet().at(due)));
    }

    @Test
    void preparesASuccessorWhenAPersonAsks() {
        assertEquals(
                new Prepare("A new authority was asked for."),
                due(alone, Facts.quiet().asked()));
    }

    @Test
    void preparesNoSecondSuccessorWhileOneWaits() {
        assertInstanceOf(Rest.class, due(rotating, Facts.quiet().asked()));
    }

    @Test
    void preparesASuccessorAnewWhereItsTimeIsWrong() {
        CertificateAuthority fromTheFuture = CertificateAuthority.create("Spark Usher", NOW.plus(MONTH), YEAR);

        assertInstanceOf(
                Prepare.class, due(alone.prepare(fromTheFuture), Facts.quiet().trusted(fromTheFuture, LONG_AGO)));
    }

    @Test
    void promotesTheSuccessorOnceItHasBeenTrustedForTheMargin() {
        assertInstanceOf(Rest.class, due(rotating, Facts.quiet()));
        assertInstanceOf(Rest.class, due(rotating, Facts.quiet().trusted(next, JUST_NOW)));
        assertEquals(
                new Promote("The next authority has been trusted for 30 s."),
                due(rotating, Facts.quiet().trusted(next, LONG_AGO)));
    }

    @Test
    void retiresAnAuthorityOnceNobodyHasServedItForTheMargin() {
        assertInstanceOf(Rest.class, due(afterwards, Facts.quiet().served(old, present)));
        assertInstanceOf(Rest.class, due(afterwards, Facts.quiet().unserved(old, JUST_NOW)));
        assertEquals(
                new Retire(bundle(old), "No replica serves what these signed: " + Fingerprint.of(old.certificate())),
                due(afterwards, Facts.quiet().unserved(old, LONG_AGO)));
    }

    @Test
    void looksAgainAfterTheMarginWhileARotationIsUnderWay() {
        assertEquals(
                MARGIN,
                assertInstanceOf(Rest.class, due(rotating, Facts.quiet())).time());
        assertEquals(
                MARGIN,
                assertInstanceOf(Rest.class, due(afterwards, Facts.quiet())).time());
    }

    @Test
    void goesThroughAWholeRotationTrustingAllTheTime() {
        SharedAuthorities prepared = alone.prepare(next);
        assertEquals(bundle(present, next), prepared.trusted());
        SharedAuthorities promoted = prepared.promote();
        assertEquals(bundle(next, present), promoted.trusted());
        assertEquals(bundle(next), promoted.forget(bundle(present)).trusted());
    }

    private RotationStep due(SharedAuthorities authorities, Facts facts) {
        return due(new Usable(authorities), facts);
    }

    private RotationStep due(Stored stored, Facts facts) {
        return rotation.due(facts.view(stored));
    }

    private static TrustBundle bundle(CertificateAuthority... authorities) {
        return new TrustBundle(List.of(authorities).stream()
                .map(CertificateAuthority::certificate)
                .toList());
    }

    /** Everything but what is stored. */
    private record Facts(
            boolean isAsked,
            TrustBundle seenAll,
            Since trustedAll,
            Since unservedAll,
            Set<Fingerprint> servedAll,
            Instant now) {
        static Facts quiet() {
            return new Facts(false, TrustBundle.EMPTY, Since.NEVER, Since.NEVER, Set.of(), NOW);
        }

        Facts asked() {
            return new Facts(true, seenAll, trustedAll, unservedAll, servedAll, now);
        }

        Facts seen(CertificateAuthority... authorities) {
            return new Facts(isAsked, bundle(authorities), trustedAll, unservedAll, servedAll, now);
        }

        Facts trusted(CertificateAuthority authority, Duration since) {
            Since all = Since.NEVER.observe(List.of(authority.certificate()), since);
            return new Facts(isAsked, seenAll, all, unservedAll, servedAll, now);
        }

        Facts unserved(CertificateAuthority authority, Duration since) {
            Since all = Since.NEVER.observe(List.of(authority.certificate()), since);
            return new Facts(isAsked, seenAll, trustedAll, all, servedAll, now);
        }

        Facts served(CertificateAuthority... authorities) {
            Set<Fingerprint> all = bundle(authorities).certificates().stream()
                    .map(Fingerprint::of)
                    .collect(Collectors.toSet());
            return new Facts(isAsked, seenAll, trustedAll, unservedAll, all, now);
        }

        Facts at(Instant other) {
            return new Facts(isAsked, seenAll, trustedAll, unservedAll, servedAll, other);
        }

        RotationView view(Stored stored) {
            ServedAuthorities served = new ServedAuthorities(servedAll, 0);
            return new RotationView(stored, isAsked, seenAll, trustedAll, unservedAll, served, now, UPTIME);
        }
    }
}
