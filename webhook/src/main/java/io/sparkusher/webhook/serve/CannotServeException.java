package io.sparkusher.webhook.serve;

/** What was asked for cannot be done; the message is for whoever asked. */
public final class CannotServeException extends Exception {
    CannotServeException(String message) {
        super(message);
    }

    CannotServeException(String message, Throwable cause) {
        super(message, cause);
    }
}
