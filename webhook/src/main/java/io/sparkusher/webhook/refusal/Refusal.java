package io.sparkusher.webhook.refusal;

/**
 * Why a request got no review.
 *
 * @param sentence for whoever sent it: what is wrong and what was expected; of bounded length, whatever the request held
 */
public record Refusal(RefusalCause cause, String sentence) {}
