package io.sparkusher.webhook.certificates;

/**
 * What the HTTPS server proves itself with, and what clients trust it by. All of it is PEM.
 *
 * @param chain the server's own certificate first
 * @param key unencrypted PKCS#8
 * @param authorities what a client has to trust: the {@code caBundle} of a webhook configuration
 */
public record ServingIdentity(String chain, String key, String authorities) {
    @Override
    public String toString() {
        return "ServingIdentity without its key, trusted by " + authorities;
    }
}
