package io.sparkusher.policies.check;

import io.sparkusher.policies.api.PodSection;
import io.sparkusher.policies.api.SparkPodPolicySpec;
import org.jspecify.annotations.Nullable;

/** Checks that executors which share their node's network do not share a port as well. */
record HostNetworkCheck(Checks checks) {
    void check(SparkPodPolicySpec spec) {
        boolean ownWord = spec.executor() != null && spec.executor().hostNetwork() != null;
        Boolean hostNetwork = hostNetwork(ownWord ? spec.executor() : spec.common());
        if (hostNetwork == null || !hostNetwork) {
            return;
        }
        checks.document()
                .warning(
                        (ownWord ? "spec.executor" : "spec.common") + ".hostNetwork",
                        "lets one executor of an application run on a node, as Spark's block manager has the fixed port"
                                + " 7079, unless spark.blockManager.port is 0");
        ports("spec.common.ports", spec.common());
        ports("spec.executor.ports", spec.executor());
    }

    private static @Nullable Boolean hostNetwork(@Nullable PodSection section) {
        return section == null ? null : section.hostNetwork();
    }

    private void ports(String path, @Nullable PodSection section) {
        if (section != null && !section.ports().isEmpty()) {
            checks.error(
                    path,
                    "does not go with executors' hostNetwork, where a node has each port once: move it to spec.driver,"
                            + " or remove one of them");
        }
    }
}
