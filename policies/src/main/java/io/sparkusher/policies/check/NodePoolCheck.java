package io.sparkusher.policies.check;

import io.sparkusher.policies.api.NodePoolChoice;
import io.sparkusher.policies.api.NodePoolChoice.Mix;
import io.sparkusher.policies.api.NodePoolChoice.Share;
import io.sparkusher.policies.pod.Role;
import io.sparkusher.policies.source.FieldPath;
import java.util.List;
import java.util.Optional;

/** Checks a choice of node pools; whether there are such is another matter. */
record NodePoolCheck(Checks checks) {
    private static final int MAXIMUM_WEIGHT = 100;

    void check(String path, NodePoolChoice choice, Optional<Role> role) {
        union(path + ".single", choice.single() != null, choice.type() == NodePoolChoice.Type.Single, choice.type());
        union(
                path + ".fallback",
                choice.fallback() != null,
                choice.type() == NodePoolChoice.Type.Fallback,
                choice.type());
        union(path + ".mix", choice.mix() != null, choice.type() == NodePoolChoice.Type.Mix, choice.type());
        if (choice.fallback() != null) {
            fallback(path + ".fallback.pools", choice.fallback().pools());
        }
        if (choice.mix() != null) {
            mix(path + ".mix", choice.mix());
        }
        if (choice.type() == NodePoolChoice.Type.Mix && !role.equals(Optional.of(Role.Executor))) {
            checks.error(path + ".type", "is Mix, which goes by the executor's number: it belongs under spec.executor");
        }
    }

    private void union(String path, boolean present, boolean chosen, NodePoolChoice.Type type) {
        if (present && !chosen) {
            checks.error(path, "does not go with the type " + type + ": remove it, or change the type");
        } else if (!present && chosen) {
            checks.error(path, "is missing: the type " + type + " needs it");
        }
    }

    private void fallback(String path, List<String> names) {
        if (names.isEmpty()) {
            checks.error(path, "is empty: at least one pool is required");
        }
        for (int index = 0; index < names.size(); index++) {
            if (names.indexOf(names.get(index)) < index) {
                checks.error(FieldPath.element(path, index), "is " + names.get(index) + " again: keep one");
            }
        }
    }

    private void mix(String path, Mix mix) {
        if (mix.firstExecutors() != null && mix.firstExecutors().count() < 1) {
            checks.error(
                    path + ".firstExecutors.count", "is " + mix.firstExecutors().count() + ", expected 1 or more");
        }
        if (mix.shares().isEmpty()) {
            checks.error(path + ".shares", "is empty: at least one share is required");
        }
        checks.unique(path + ".shares", mix.shares(), "pool", Share::pool);
        for (int index = 0; index < mix.shares().size(); index++) {
            Share share = mix.shares().get(index);
            String sharePath = FieldPath.element(path + ".shares", index);
            if (share.weight() < 1 || share.weight() > MAXIMUM_WEIGHT) {
                checks.error(sharePath + ".weight", "is " + share.weight() + ", expected 1 to " + MAXIMUM_WEIGHT);
            }
        }
    }
}
