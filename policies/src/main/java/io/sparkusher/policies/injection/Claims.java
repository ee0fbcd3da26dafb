package io.sparkusher.policies.injection;

import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.api.Rung;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which policy said each field of one pod first: policies come strongest first, so that is the one that counts. */
public final class Claims {
    private final Map<String, Claim> claims = new HashMap<>();

    /**
     * A policy's word on a field.
     *
     * @param value what it says, empty where it says only a part of it
     */
    record Claim(PolicyReference policy, Rung rung, Optional<Object> value) {}

    Optional<Claim> on(String field) {
        return Optional.ofNullable(claims.get(field));
    }

    void make(String field, Claim claim) {
        claims.putIfAbsent(field, claim);
    }

    /** Forgets what a policy claimed that was not applied after all. */
    public void release(PolicyReference policy) {
        claims.values().removeIf(claim -> claim.policy().equals(policy));
    }
}
