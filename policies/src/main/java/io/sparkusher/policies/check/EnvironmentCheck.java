package io.sparkusher.policies.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.kubernetes.Names;
import io.sparkusher.policies.source.FieldPath;
import java.util.List;

/** Checks environment variables. */
record EnvironmentCheck(Checks checks) {
    void variables(String path, List<ObjectNode> variables) {
        checks.unique(
                path, variables, "name", variable -> variable.path("name").asText());
        for (int index = 0; index < variables.size(); index++) {
            variable(FieldPath.element(path, index), variables.get(index));
        }
    }

    private void variable(String path, ObjectNode variable) {
        checks.requiredName(path + ".name", variable.path("name"), Names.EnvironmentVariable);
        LiteralSecrets.fault(
                        variable.path("name").asText(), variable.path("value").asText())
                .ifPresent(fault -> checks.error(path + ".value", fault));
        if (variable.hasNonNull("value") && variable.hasNonNull("valueFrom")) {
            checks.error(path + ".valueFrom", "does not go with value: keep one");
        }
    }
}
