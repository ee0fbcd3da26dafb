package io.sparkusher.certs;

/** A PEM text does not hold what it should. The message is one sentence that says why and what to do. */
public final class InvalidPemException extends Exception {
    InvalidPemException(String message) {
        super(message);
    }

    InvalidPemException(String message, Throwable cause) {
        super(message, cause);
    }
}
