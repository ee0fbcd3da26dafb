package io.sparkusher.webhook.certificates;

import java.time.Instant;
import java.util.Optional;

/**
 * When certificates expire.
 *
 * @param authority empty where the authority is not known here
 */
public record CertificateExpiry(Instant serving, Optional<Instant> authority) {}
