package io.sparkusher.policies.check;

import io.sparkusher.policies.api.PodSection;
import io.sparkusher.policies.kubernetes.Names;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks single values of the pod's specification. */
record PodSpecCheck(Checks checks) {
    private static final Set<String> DNS_POLICIES = Set.of("ClusterFirst", "ClusterFirstWithHostNet", "Default", "None");

    void check(String path, PodSection section) {
        name(path + ".schedulerName", section.schedulerName());
        name(path + ".priorityClassName", section.priorityClassName());
        name(path + ".runtimeClassName", section.runtimeClassName());
        String dnsPolicy = section.dnsPolicy();
        if (dnsPolicy != null && !DNS_POLICIES.contains(dnsPolicy)) {
            checks.error(
                    path + ".dnsPolicy",
                    "is " + dnsPolicy + ", expected ClusterFirst, ClusterFirstWithHostNet, Default or None");
        }
        Long seconds = section.terminationGracePeriodSeconds();
        if (seconds != null && seconds < 0) {
            checks.error(path + ".terminationGracePeriodSeconds", "is " + seconds + ", expected 0 or more");
        }
    }

    private void name(String path, @Nullable String name) {
        if (name != null) {
            checks.name(path, name, Names.Subdomain);
        }
    }
}
