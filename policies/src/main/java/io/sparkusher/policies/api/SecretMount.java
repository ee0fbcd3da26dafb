package io.sparkusher.policies.api;

import org.jspecify.annotations.Nullable;

/** A secret as files in the Spark container. */
public record SecretMount(
        @Required @Description("The secret, in the pod's namespace.")
        String name,

        @Required @Description("The folder in which its keys are files.")
        String mountPath,

        @Description("An environment variable that is set to the mount path, such as KEYSTORE_DIR.") @Nullable
        String env,

        @Description("Whether the pod may start where the secret does not exist.") @Nullable
        Boolean optional)
        implements FileMount {}
