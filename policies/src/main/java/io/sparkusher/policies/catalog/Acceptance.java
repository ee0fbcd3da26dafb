package io.sparkusher.policies.catalog;

/** Whether the newest version of an object can be used. The constants are reasons of the condition Accepted. */
public enum Acceptance {
    /** It is in force. */
    Accepted,
    /** It has errors. */
    Invalid,
    /** It names a {@code SparkNodePool} that does not exist yet, and has no error else. */
    NodePoolMissing
}
