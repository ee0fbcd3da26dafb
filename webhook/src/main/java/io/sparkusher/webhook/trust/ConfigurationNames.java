package io.sparkusher.webhook.trust;

/**
 * Which webhook configurations are ours.
 *
 * @param mutating name of the {@code MutatingWebhookConfiguration}
 * @param validating name of the {@code ValidatingWebhookConfiguration}
 */
public record ConfigurationNames(String mutating, String validating) {
    /** As the manifests name them. */
    public static ConfigurationNames ofTheManifests() {
        return new ConfigurationNames("00-spark-usher", "spark-usher-policies");
    }
}
