package io.sparkusher.policies.review;

import io.sparkusher.policies.compile.CompiledPolicy;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a pod is to be created, and what holds there.
 *
 * @param labels what is known of the namespace's labels
 * @param policies those that are for it, strongest first
 * @param poolKeys every node label that any node pool asks for
 */
record ReviewedNamespace(
        String name, Map<String, String> labels, List<CompiledPolicy> policies, Set<String> poolKeys) {}
