package io.sparkusher.policies.source;

/** Where a document comes from: what its author can still do about it differs. */
public enum DocumentOrigin {
    /** A file, of which no cluster may know. */
    File,
    /** An object that is about to be stored in a cluster. */
    Submitted,
    /** An object that is stored in a cluster: what another version of this program would know must not harm it. */
    Stored
}
