package io.sparkusher.policies.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.kubernetes.Names;
import io.sparkusher.policies.source.FieldPath;
import java.util.List;
import java.util.Set;

/** Checks tolerations as the API server will. */
record TolerationsCheck(Checks checks) {
    private static final Set<String> OPERATORS = Set.of("", "Equal", "Exists", "Gt", "Lt");
    private static final Set<String> EFFECTS = Set.of("", "NoSchedule", "PreferNoSchedule", "NoExecute");

    void check(String path, List<ObjectNode> tolerations) {
        for (int index = 0; index < tolerations.size(); index++) {
            check(FieldPath.element(path, index), tolerations.get(index));
        }
    }

    private void check(String path, ObjectNode toleration) {
        String operator = toleration.path("operator").asText();
        if (!OPERATORS.contains(operator)) {
            checks.error(path + ".operator", "is " + operator + ", expected Equal, Exists, Gt or Lt");
        }
        if (!EFFECTS.contains(toleration.path("effect").asText())) {
            checks.error(
                    path + ".effect",
                    "is " + toleration.path("effect").asText()
                            + ", expected NoSchedule, PreferNoSchedule or NoExecute");
        }
        if (operator.equals("Exists") && !toleration.path("value").asText().isEmpty()) {
            checks.error(path + ".value", "does not go with the operator Exists: remove it");
        }
        if (toleration.hasNonNull("tolerationSeconds")
                && !toleration.path("effect").asText().equals("NoExecute")) {
            checks.error(path + ".tolerationSeconds", "goes with the effect NoExecute alone: remove it, or set that");
        }
        checks.name(path + ".value", toleration.path("value").asText(), Names.LabelValue);
        String key = toleration.path("key").asText();
        if (!key.isEmpty()) {
            checks.name(path + ".key", key, Names.Qualified);
        } else if (!operator.equals("Exists")) {
            checks.error(path + ".key", "is missing: only the operator Exists may go without a key");
        }
    }
}
