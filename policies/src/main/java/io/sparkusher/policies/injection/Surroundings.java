package io.sparkusher.policies.injection;

import io.sparkusher.policies.pod.ServiceAccounts;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of where a pod is to be created.
 *
 * @param namespace its name
 * @param labels what is known of the namespace's labels
 * @param poolKeys every node label that any node pool asks for
 * @param serviceAccounts the cluster's, empty where nobody knows which there are
 */
public record Surroundings(
        String namespace,
        Map<String, String> labels,
        Set<String> poolKeys,
        Optional<ServiceAccounts> serviceAccounts) {}
