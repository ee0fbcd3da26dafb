package io.sparkusher.policies.compile;

import io.sparkusher.policies.api.Band;
import io.sparkusher.policies.api.Mode;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.api.Rung;
import io.sparkusher.policies.injection.Injection;
import io.sparkusher.policies.pod.Role;
import java.util.List;
import java.util.Map;

/**
 * A policy, ready to be applied.
 *
 * @param precedence higher is stronger
 * @param onError what becomes of a driver and of an executor that would not be valid with it
 * @param injections by role, those of the role's own section before the common ones
 * @param fields by role, the names of the fields in which the policy says something
 */
public record CompiledPolicy(
        PolicyReference reference,
        Band band,
        int precedence,
        Mode mode,
        OnErrorChoice onError,
        PodMatcher matcher,
        Map<Role, List<Injection>> injections,
        Map<Role, List<String>> fields) {
    /** Among policies of one rung only precedence and name decide. */
    public Rung rung() {
        return Rung.of(reference, band);
    }
}
