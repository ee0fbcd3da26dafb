package io.sparkusher.webhook.certificates;

import io.sparkusher.webhook.health.Check;
import java.util.function.Consumer;

/** Where the server's key and certificate come from. */
public interface CertificateSource extends AutoCloseable {
    /** The newest identity. */
    ServingIdentity identity();

    /**
     * Has every later identity told, from a thread of the source, one after the other. The present one is told at
     * once if it is no longer the given one: between asking for it and this call it may have been followed by another.
     *
     * @param known what the listener has already
     */
    void onChange(ServingIdentity known, Consumer<ServingIdentity> listener);

    /** Whether those who call the server trust it. */
    Check check();

    /** When what is served expires, and what signed it. */
    CertificateExpiry expiry();

    @Override
    void close();
}
