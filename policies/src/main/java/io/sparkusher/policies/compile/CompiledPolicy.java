package io.sparkusher.policies.compile;

import io.sparkusher.policies.api.Band;
import io.sparkusher.policies.api.Mode;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.injection.Injection;
import io.sparkusher.policies.pod.Role;
import java.util.List;
import java.util.Map;

/**
 * A policy, ready to be applied.
 *
 * @param precedence higher is stronger
 * @param injections by role, those of the role's own section before the common ones
 */
public record CompiledPolicy(
        PolicyReference reference,
        Band band,
        int precedence,
        Mode mode,
        PodMatcher matcher,
        Map<Role, List<Injection>> injections) {}
