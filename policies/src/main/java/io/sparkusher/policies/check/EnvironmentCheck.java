package io.sparkusher.policies.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.kubernetes.Names;
import io.sparkusher.policies.source.FieldPath;
import java.util.List;
import java.util.stream.Stream;

/** Checks environment variables and where they come from. */
record EnvironmentCheck(Checks checks) {
    void variables(String path, List<ObjectNode> variables) {
        checks.unique(path, variables, "name", variable -> variable.path("name").asText());
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

    void sources(String path, List<ObjectNode> sources) {
        for (int index = 0; index < sources.size(); index++) {
            source(FieldPath.element(path, index), sources.get(index));
        }
    }

    private void source(String path, ObjectNode source) {
        List<String> given = Stream.of("configMapRef", "secretRef")
                .filter(source::hasNonNull)
                .toList();
        if (given.size() != 1) {
            checks.error(path, "has " + given.size() + " sources, expected one: configMapRef or secretRef");
        }
        given.forEach(member -> checks.requiredName(
                path + "." + member + ".name", source.path(member).path("name"), Names.Subdomain));
        String prefix = source.path("prefix").asText();
        if (!prefix.isEmpty()) {
            checks.name(path + ".prefix", prefix, Names.EnvironmentVariable);
        }
    }
}
