package io.sparkusher.webhook.replicas;

/** How Leases of replicas are found, and what stands on them. */
public final class LeaseNames {
    /** What the name of every replica's Lease begins with. */
    public static final String REPLICA_PREFIX = "spark-usher-replica-";

    /** The label that every replica's Lease carries. */
    public static final String REPLICA_LABEL = "spark-usher.io/replica";

    /** The label's value on the Leases of replicas that answer reviews. */
    public static final String WEBHOOK = "webhook";

    /** The annotation with the digest of the evaluation that the replica's reviews go by. */
    public static final String REVIEWS_WITH = "spark-usher.io/reviews-with";

    /** The annotation with the conflicts that the replica's reviews met lately. */
    public static final String CONFLICTED = "spark-usher.io/conflicted";

    /** The annotation with the fingerprint of the authority that signed what the replica serves. */
    public static final String SERVING_AUTHORITY = "spark-usher.io/serving-authority";

    private LeaseNames() {}
}
