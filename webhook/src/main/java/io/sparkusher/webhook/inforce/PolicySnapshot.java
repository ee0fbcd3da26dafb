package io.sparkusher.webhook.inforce;

import io.sparkusher.policies.PolicySet;
import java.time.Instant;

/**
 * Policies that a load gave.
 *
 * @param generation counts the successful loads since the start, from 1
 */
public record PolicySnapshot(PolicySet policies, long generation, Instant loadedAt) {}
