package io.sparkusher.policies.api;

import org.jspecify.annotations.Nullable;

/** A config map as files in the Spark container. */
public record ConfigMapMount(
        @Required @Description("The config map, in the pod's namespace.")
        String name,

        @Required @Description("The folder in which its keys are files.")
        String mountPath,

        @Description("An environment variable that is set to the mount path, such as HADOOP_CONF_DIR.") @Nullable
        String env,

        @Description("Whether the pod may start where the config map does not exist.") @Nullable
        Boolean optional)
        implements FileMount {}
