package io.sparkusher.certs;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The time in which a certificate is valid, both ends included.
 *
 * @param notBefore to the second, as certificates have it
 * @param notAfter to the second, and after {@code notBefore}
 */
public record Validity(Instant notBefore, Instant notAfter) {
    /** How far the clock of a client may be behind that of whoever issues a certificate. */
    public static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** @throws IllegalArgumentException if it would end before it begins */
    public Validity {
        notBefore = notBefore.truncatedTo(ChronoUnit.SECONDS);
        notAfter = notAfter.truncatedTo(ChronoUnit.SECONDS);
        if (!notBefore.isBefore(notAfter)) {
            throw new IllegalArgumentException(
                    "A certificate cannot be valid from %s to %s: the end must come later than the beginning."
                            .formatted(notBefore, notAfter));
        }
    }

    /**
     * Begins {@link #CLOCK_SKEW} before {@code now} and ends {@code lifetime} after it.
     *
     * @throws IllegalArgumentException if the lifetime is shorter than {@link #CLOCK_SKEW}: most of such a validity
     *     would lie in the past, and the certificate would be due for renewal when it is issued
     */
    public static Validity starting(Instant now, Duration lifetime) {
        if (lifetime.compareTo(CLOCK_SKEW) < 0) {
            throw new IllegalArgumentException(
                    "A certificate's lifetime of %s is too short: give it %s or more.".formatted(lifetime, CLOCK_SKEW));
        }
        return new Validity(now.minus(CLOCK_SKEW), now.plus(lifetime));
    }

    static Validity of(X509Certificate certificate) {
        return new Validity(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    /** The same beginning, and the earlier of the two ends. */
    Validity endingBy(Instant end) {
        return end.isBefore(notAfter) ? new Validity(notBefore, end) : this;
    }

    /** Whether a certificate of this validity can be used at that time. */
    public boolean includes(Instant time) {
        return hasBegunBy(time) && !isOverAt(time);
    }

    boolean hasBegunBy(Instant time) {
        return !time.isBefore(notBefore);
    }

    boolean isOverAt(Instant time) {
        return time.isAfter(notAfter);
    }

    /** When two thirds have gone: late enough not to waste it, early enough to try again for days or weeks. */
    public Instant renewalTime() {
        return notBefore.plus(
                Duration.between(notBefore, notAfter).multipliedBy(2).dividedBy(3));
    }
}
