package io.sparkusher.policies.pod;

import java.util.Map;
import java.util.Set;

/**
 * The service accounts that a cluster has.
 *
 * @param pullSecrets by namespace and account, the names of the account's {@code imagePullSecrets}
 */
public record ServiceAccounts(Map<String, Map<String, Set<String>>> pullSecrets) {
    /** Whether the account can be used. */
    public boolean has(String namespace, String name) {
        return pullSecrets.getOrDefault(namespace, Map.of()).containsKey(name);
    }

    /** The names of the secrets that a pod of the account is given; none where there is no such account. */
    public Set<String> pullSecretsOf(String namespace, String name) {
        return pullSecrets.getOrDefault(namespace, Map.of()).getOrDefault(name, Set.of());
    }
}
