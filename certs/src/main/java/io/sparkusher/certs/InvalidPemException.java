package io.sparkusher.certs;

/** A PEM text does not hold what it should. The message is one sentence that says why and what to do. */
public final class InvalidPemException extends Exception {
    InvalidPemException(String message) {
        super(message);
    }

    InvalidPemException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The same, with the place where it was found said first. */
    InvalidPemException in(String place) {
        return new InvalidPemException(place + ": " + getMessage(), this);
    }
}
