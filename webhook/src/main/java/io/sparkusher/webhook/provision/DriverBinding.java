package io.sparkusher.webhook.provision;

import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.List;
import java.util.Optional;

/** The RoleBinding that gives one account what a driver needs. */
final class DriverBinding {
    /** The role that is shipped with Spark Usher, and the only one that is ever bound. */
    static final String ROLE = "spark-usher-driver";

    private static final String PREFIX = ROLE + "-";
    private static final RoleRef ROLE_REF = new RoleRef("rbac.authorization.k8s.io", "ClusterRole", ROLE);

    private DriverBinding() {}

    static RoleBinding of(WantedAccount account) {
        AccountKey key = account.key();
        return new RoleBindingBuilder()
                .withMetadata(Ownership.metadata(key.namespace(), name(key), account.policies()))
                .withRoleRef(ROLE_REF)
                .withSubjects(subject(key))
                .build();
    }

    /** The account that a binding of ours is for; empty where its name says that it is none of ours. */
    static Optional<AccountKey> account(RoleBinding binding) {
        String name = binding.getMetadata().getName();
        return name.startsWith(PREFIX) && name.length() > PREFIX.length()
                ? Optional.of(new AccountKey(binding.getMetadata().getNamespace(), name.substring(PREFIX.length())))
                : Optional.empty();
    }

    static String name(AccountKey key) {
        return PREFIX + key.name();
    }

    static boolean bindsTheRole(RoleBinding binding) {
        return ROLE_REF.equals(binding.getRoleRef());
    }

    static boolean bindsOnly(AccountKey key, RoleBinding binding) {
        return List.of(subject(key)).equals(binding.getSubjects());
    }

    private static Subject subject(AccountKey key) {
        // Without an API group, as the API server stores subjects of this kind.
        return new Subject(null, "ServiceAccount", key.name(), key.namespace());
    }
}
