package io.sparkusher.policies.injection;

import io.sparkusher.policies.api.PolicyReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which policy said each field of one pod first: policies come strongest first, so that is the one that counts. */
public final class Claims {
    private final Map<String, PolicyReference> holders = new HashMap<>();

    Optional<PolicyReference> holder(String field) {
        return Optional.ofNullable(holders.get(field));
    }

    void claim(String field, PolicyReference policy) {
        holders.putIfAbsent(field, policy);
    }

    /** Forgets what a policy claimed that was not applied after all. */
    public void release(PolicyReference policy) {
        holders.values().removeIf(policy::equals);
    }
}
