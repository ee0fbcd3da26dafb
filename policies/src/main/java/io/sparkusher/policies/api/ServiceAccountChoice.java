package io.sparkusher.policies.api;

import org.jspecify.annotations.Nullable;

/** The service account that a pod runs as. */
public record ServiceAccountChoice(
        @Required @Description("The account, in the pod's namespace.")
        String name,

        @Description("Whether the account is made where it does not exist.") @Nullable
        Boolean provision,

        @Description("Whether the pod's containers get the account's token; absent: as the account says.") @Nullable
        Boolean automountToken) {}
