package io.sparkusher.webhook.status;

import java.util.List;

/**
 * How the live replicas stand to one generation of one object, each by its name.
 *
 * @param with review with it
 * @param without are known to review without it
 * @param unknown review with something that the leader never had, or with nothing yet
 */
record ReplicaStanding(List<String> with, List<String> without, List<String> unknown) {
    ReplicaStanding {
        with = List.copyOf(with);
        without = List.copyOf(without);
        unknown = List.copyOf(unknown);
    }

    /** Whether there are replicas, and all of them are known to review with it. */
    boolean isEveryReplica() {
        return !with.isEmpty() && without.isEmpty() && unknown.isEmpty();
    }
}
