package io.sparkusher.webhook.http;

import java.util.concurrent.atomic.AtomicLong;

/** Bounds the bytes that the bodies of all requests in flight take. */
final class BodyBudget {
    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    BodyBudget(DataSize limit) {
        this.limit = limit.bytes();
    }

    /** Whether so many bytes were free, and now are not. */
    boolean reserve(long bytes) {
        if (taken.addAndGet(bytes) <= limit) {
            return true;
        }
        release(bytes);
        return false;
    }

    void release(long bytes) {
        taken.addAndGet(-bytes);
    }
}
