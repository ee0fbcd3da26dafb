package io.sparkusher.webhook.certificates;

/** Where the server's key and certificate come from. */
public interface CertificateSource {
    /** The newest identity. */
    ServingIdentity identity();
}
