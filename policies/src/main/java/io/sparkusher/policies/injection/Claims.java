package io.sparkusher.policies.injection;

import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.api.Rung;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which policy said each field of one pod first: policies come strongest first, so that is the one that counts. */
public final class Claims {
    private final Map<String, Claim> claims = new LinkedHashMap<>();

    /**
     * A policy's word on a field.
     *
     * @param value what it says, empty where it says only a part of it
     */
    record Claim(PolicyReference policy, Rung rung, Optional<Object> value) {}

    Optional<Claim> on(String field) {
        return Optional.ofNullable(claims.get(field));
    }

    /** The claims on fields whose names begin so, strongest first. */
    Stream<Claim> onFieldsOf(String beginning) {
        return claims.entrySet().stream()
                .filter(claim -> claim.getKey().startsWith(beginning))
                .map(Map.Entry::getValue);
    }

    void make(String field, Claim claim) {
        claims.putIfAbsent(field, claim);
    }

    /** Forgets what a policy claimed that was not applied after all. */
    public void release(PolicyReference policy) {
        claims.values().removeIf(claim -> claim.policy().equals(policy));
    }
}
