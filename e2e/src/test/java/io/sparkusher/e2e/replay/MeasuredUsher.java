package io.sparkusher.e2e.replay;

import io.sparkusher.e2e.UsherServer;
import java.io.IOException;
import java.security.GeneralSecurityException;

/**
 * What Spark Usher tells of itself.
 *
 * @param reviews how many it has answered
 * @param took from the whole body of a request to the whole body of its answer
 * @param collections how often the garbage was collected
 * @param collectionSeconds how long everything stood still for that
 */
record MeasuredUsher(double reviews, Histogram took, double collections, double collectionSeconds) {
    static final MeasuredUsher NOTHING = new MeasuredUsher(0, Histogram.EMPTY, 0, 0);

    static MeasuredUsher read(UsherServer usher) throws IOException, InterruptedException, GeneralSecurityException {
        Scrape scrape = new Scrape(usher.get("/metrics").body());
        return new MeasuredUsher(
                scrape.sum("spark_usher_reviews_total"),
                scrape.histogram("spark_usher_review_duration_seconds"),
                scrape.sum("jvm_gc_pause_seconds_count"),
                scrape.sum("jvm_gc_pause_seconds_sum"));
    }

    /** What came to it since it was read before. */
    MeasuredUsher since(MeasuredUsher before) {
        return new MeasuredUsher(
                reviews - before.reviews,
                took.since(before.took),
                collections - before.collections,
                collectionSeconds - before.collectionSeconds);
    }

    MeasuredUsher and(MeasuredUsher other) {
        return new MeasuredUsher(
                reviews + other.reviews,
                took.and(other.took),
                collections + other.collections,
                collectionSeconds + other.collectionSeconds);
    }
}
