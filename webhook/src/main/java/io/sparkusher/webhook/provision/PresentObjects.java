package io.sparkusher.webhook.provision;

import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a cluster has of accounts, and of bindings by the names that ours have.
 *
 * @param bindings by the account that each is named after
 */
record PresentObjects(SortedMap<AccountKey, ServiceAccount> accounts, SortedMap<AccountKey, RoleBinding> bindings) {
    /** Without what is in these namespaces. */
    PresentObjects outside(Set<String> namespaces) {
        PresentObjects kept = new PresentObjects(new TreeMap<>(accounts), new TreeMap<>(bindings));
        kept.accounts.keySet().removeIf(key -> namespaces.contains(key.namespace()));
        kept.bindings.keySet().removeIf(key -> namespaces.contains(key.namespace()));
        return kept;
    }

    static PresentObjects of(Collection<ServiceAccount> accounts, Collection<RoleBinding> bindings) {
        PresentObjects present = new PresentObjects(new TreeMap<>(), new TreeMap<>());
        for (ServiceAccount account : accounts) {
            AccountKey key = new AccountKey(
                    account.getMetadata().getNamespace(), account.getMetadata().getName());
            present.accounts.put(key, account);
        }
        for (RoleBinding binding : bindings) {
            DriverBinding.account(binding).ifPresent(key -> present.bindings.put(key, binding));
        }
        return present;
    }
}
