package io.sparkusher.webhook.benchmark;

/**
 * Of one operation.
 *
 * @param bytes that it allocates
 * @param microseconds of CPU time that it takes
 */
record Cost(long bytes, double microseconds) {}
