package io.sparkusher.policies.check;

import io.sparkusher.policies.api.PodSection;
import io.sparkusher.policies.kubernetes.Names;
import io.sparkusher.policies.source.FieldPath;
import org.jspecify.annotations.Nullable;

/** Checks single values of the pod's specification. */
record PodSpecCheck(Checks checks) {
    void check(String path, PodSection section) {
        name(path + ".schedulerName", section.schedulerName());
        name(path + ".priorityClassName", section.priorityClassName());
        name(path + ".runtimeClassName", section.runtimeClassName());
        for (int index = 0; index < section.imagePullSecrets().size(); index++) {
            checks.requiredName(
                    FieldPath.element(path + ".imagePullSecrets", index) + ".name",
                    section.imagePullSecrets().get(index).path("name"),
                    Names.Subdomain);
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
