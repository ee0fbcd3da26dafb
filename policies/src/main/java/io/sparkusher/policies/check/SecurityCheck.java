package io.sparkusher.policies.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.sparkusher.policies.api.PodSection;
import io.sparkusher.policies.kubernetes.SecurityFaults;
import java.util.Objects;

/** Checks that a section's security contexts go with each other. */
record SecurityCheck(Checks checks) {
    void check(String path, PodSection section) {
        JsonNode pod = Objects.requireNonNullElse(section.podSecurityContext(), MissingNode.getInstance());
        JsonNode container = Objects.requireNonNullElse(section.securityContext(), MissingNode.getInstance());
        SecurityFaults.of(pod, container)
                .forEach((member, fault) -> checks.error(path + ".securityContext." + member, fault));
    }
}
