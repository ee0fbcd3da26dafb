package io.sparkusher.webhook.provision;

import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A service account that policies ask for.
 *
 * @param driver whether drivers run as it; where none do, it has neither a role nor a token
 * @param policies that ask for it, as paths; never empty
 */
record WantedAccount(AccountKey key, boolean driver, SortedSet<String> policies) {
    WantedAccount {
        policies = Collections.unmodifiableSortedSet(new TreeSet<>(policies));
    }

    /** What two policies want of one account: whatever either of them wants. */
    WantedAccount with(WantedAccount other) {
        SortedSet<String> all = new TreeSet<>(policies);
        all.addAll(other.policies);
        return new WantedAccount(key, driver || other.driver, all);
    }

    ServiceAccount object() {
        return new ServiceAccountBuilder()
                .withMetadata(Ownership.metadata(key.namespace(), key.name(), policies))
                .withAutomountServiceAccountToken(driver)
                .build();
    }
}
