package io.sparkusher.policies.review;

import io.sparkusher.policies.compile.CompiledPolicy;
import io.sparkusher.policies.injection.Surroundings;
import java.util.List;

/**
 * Where a pod is to be created, and what holds there.
 *
 * @param policies those that are for it, strongest first
 */
record ReviewedNamespace(Surroundings surroundings, List<CompiledPolicy> policies) {}
