package io.sparkusher.policies.api;

import org.jspecify.annotations.Nullable;

/** Something of the pod's namespace whose keys are files in the Spark container. */
public sealed interface FileMount permits ConfigMapMount, SecretMount {
    /** Its name in the pod's namespace. */
    String name();

    /** The folder in which its keys are files. */
    String mountPath();

    /** An environment variable that is set to the mount path. */
    @Nullable
    String env();

    /** Whether the pod may start where it does not exist. */
    @Nullable
    Boolean optional();
}
