package io.sparkusher.webhook.validation;

import io.sparkusher.policies.api.PolicyReference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says why a node pool is not deleted: the policies that name it could not be put into force anew. */
final class PoolDeletion {
    private static final int NAMED = 5;

    private PoolDeletion() {}

    /** In one sentence; empty where it may go. */
    static Optional<String> objection(String pool, List<PolicyReference> users) {
        return users.isEmpty()
                ? Optional.empty()
                : Optional.of("SparkNodePool %s is named by %s: first name another pool there, or delete what names it"
                        .formatted(pool, list(users)));
    }

    private static String list(List<PolicyReference> users) {
        String named = users.stream().limit(NAMED).map(Object::toString).collect(Collectors.joining(", "));
        return users.size() > NAMED ? named + " and " + (users.size() - NAMED) + " more" : named;
    }
}
