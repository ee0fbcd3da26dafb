package io.sparkusher.policies.check;

import io.sparkusher.policies.api.NodeRequirement;
import io.sparkusher.policies.api.SparkNodePool;
import io.sparkusher.policies.kubernetes.Names;
import io.sparkusher.policies.source.FieldPath;
import java.util.List;
import java.util.Optional;

/** Checks a node pool. */
record SparkNodePoolCheck(Checks checks) {
    void check(SparkNodePool pool) {
        checks.name("metadata.name", pool.metadata().name(), Names.Subdomain);
        List<NodeRequirement> requirements = pool.spec().requirements();
        for (int index = 0; index < requirements.size(); index++) {
            check(FieldPath.element("spec.requirements", index), requirements.get(index));
        }
        new TolerationsCheck(checks).check("spec.tolerations", pool.spec().tolerations());
    }

    private void check(String path, NodeRequirement requirement) {
        checks.name(path + ".key", requirement.key(), Names.Qualified);
        valuesFault(requirement).ifPresent(fault -> checks.error(path + ".values", fault));
    }

    /** What is wrong with the values for the operator, empty where nothing is. */
    static Optional<String> valuesFault(NodeRequirement requirement) {
        List<String> values = requirement.values();
        return switch (requirement.operator()) {
            case In, NotIn ->
                values.isEmpty()
                        ? Optional.of("is empty: " + requirement.operator() + " needs at least one value")
                        : values.stream()
                                .flatMap(value -> Names.LabelValue.fault(value).stream())
                                .findFirst();
            case Exists, DoesNotExist ->
                values.isEmpty() ? Optional.empty() : Optional.of(requirement.operator() + " takes no values");
            case Gt, Lt ->
                values.size() == 1 && values.get(0).matches("-?[0-9]{1,18}")
                        ? Optional.empty()
                        : Optional.of(requirement.operator() + " needs one whole number in quotes");
        };
    }
}
