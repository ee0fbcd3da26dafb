package io.sparkusher.webhook.certificates;

/** Mounted files hold no certificate that can be served. The message is one sentence for whoever put them there. */
public final class UnusableCertificateException extends Exception {
    UnusableCertificateException(String message, Throwable cause) {
        super(message, cause);
    }
}
