package io.sparkusher.policies.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.kubernetes.Names;
import io.sparkusher.policies.source.FieldPath;
import java.util.List;
import java.util.Set;

/** Checks topology spread constraints as the API server will. */
record TopologySpreadCheck(Checks checks) {
    private static final Set<String> CHOICES = Set.of("DoNotSchedule", "ScheduleAnyway");

    void check(String path, List<ObjectNode> constraints) {
        for (int index = 0; index < constraints.size(); index++) {
            ObjectNode constraint = constraints.get(index);
            String at = FieldPath.element(path, index);
            checks.requiredName(at + ".topologyKey", constraint.path("topologyKey"), Names.Qualified);
            if (constraint.path("maxSkew").asInt() < 1) {
                checks.error(at + ".maxSkew", "is " + constraint.path("maxSkew").asInt() + ", expected 1 or more");
            }
            String choice = constraint.path("whenUnsatisfiable").asText();
            if (!CHOICES.contains(choice)) {
                checks.error(
                        at + ".whenUnsatisfiable", "is \"" + choice + "\", expected DoNotSchedule or ScheduleAnyway");
            }
        }
        checks.unique(
                path,
                constraints,
                "topologyKey",
                constraint -> constraint.path("topologyKey").asText() + " "
                        + constraint.path("whenUnsatisfiable").asText());
    }
}
