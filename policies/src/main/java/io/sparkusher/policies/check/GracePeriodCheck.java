package io.sparkusher.policies.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.PodSection;
import io.sparkusher.policies.api.SparkPodPolicySpec;
import io.sparkusher.policies.kubernetes.SleepFaults;
import io.sparkusher.policies.source.FieldPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks that no hook sleeps longer than the grace period that the policy itself gives. Where it gives none, that of each
 * pod counts, and the pod's review tells.
 */
record GracePeriodCheck(Checks checks) {
    void check(SparkPodPolicySpec spec) {
        role(spec, "spec.driver", spec.driver());
        role(spec, "spec.executor", spec.executor());
        hooks("spec.common", spec.common(), seconds(spec.common()));
    }

    private void role(SparkPodPolicySpec spec, String path, @Nullable PodSection section) {
        Long own = seconds(section);
        hooks(path, section, own == null ? seconds(spec.common()) : own);
    }

    private static @Nullable Long seconds(@Nullable PodSection section) {
        return section == null ? null : section.terminationGracePeriodSeconds();
    }

    private void hooks(String path, @Nullable PodSection section, @Nullable Long gracePeriodSeconds) {
        if (section == null || gracePeriodSeconds == null) {
            return;
        }
        hooks(path + ".lifecycle", section.lifecycle(), gracePeriodSeconds);
        containers(path + ".initContainers", section.initContainers(), gracePeriodSeconds);
        containers(path + ".sidecars", section.sidecars(), gracePeriodSeconds);
    }

    private void containers(String path, List<ObjectNode> containers, long gracePeriodSeconds) {
        for (int index = 0; index < containers.size(); index++) {
            if (containers.get(index).get("lifecycle") instanceof ObjectNode lifecycle) {
                hooks(FieldPath.element(path, index) + ".lifecycle", lifecycle, gracePeriodSeconds);
            }
        }
    }

    private void hooks(String path, @Nullable ObjectNode lifecycle, long gracePeriodSeconds) {
        if (lifecycle != null) {
            SleepFaults.of(lifecycle, gracePeriodSeconds)
                    .forEach((member, fault) -> checks.error(path + "." + member, fault));
        }
    }
}
