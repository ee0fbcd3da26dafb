package io.sparkusher.policies.check;

import io.sparkusher.policies.api.PodSection;
import io.sparkusher.policies.api.SparkPodPolicySpec;
import io.sparkusher.policies.source.FieldPath;
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
        ports("spec.common", spec.common());
        ports("spec.executor", spec.executor());
    }

    private static @Nullable Boolean hostNetwork(@Nullable PodSection section) {
        return section == null ? null : section.hostNetwork();
    }

    private void ports(String path, @Nullable PodSection section) {
        if (section == null) {
            return;
        }
        if (!section.ports().isEmpty()) {
            report(path + ".ports");
        }
        if (section.metrics() != null && section.metrics().jmxAgent() != null) {
            report(path + ".metrics.jmxAgent.port");
        }
        for (int index = 0; index < section.sidecars().size(); index++) {
            if (!section.sidecars().get(index).path("ports").isEmpty()) {
                report(FieldPath.element(path + ".sidecars", index) + ".ports");
            }
        }
    }

    private void report(String path) {
        checks.error(
                path,
                "does not go with executors' hostNetwork, where a node has each port once: move it to spec.driver, or"
                        + " remove one of them");
    }
}
