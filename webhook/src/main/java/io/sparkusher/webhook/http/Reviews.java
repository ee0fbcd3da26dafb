package io.sparkusher.webhook.http;

import io.sparkusher.webhook.review.ReviewAnswer;
import java.util.function.Function;

/**
 * What becomes of the bodies that are posted. Neither may block, nor throw.
 *
 * @param mutate of pods
 * @param validate of policies
 */
public record Reviews(Function<byte[], ReviewAnswer> mutate, Function<byte[], ReviewAnswer> validate) {}
