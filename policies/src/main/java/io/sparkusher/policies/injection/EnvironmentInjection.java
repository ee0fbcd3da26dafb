package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.patch.Place;
import io.sparkusher.policies.tree.Frozen;
import java.util.List;

/** Sets environment variables of the Spark container. Does nothing for one that is set; a pod cannot refuse it. */
public record EnvironmentInjection(List<ObjectNode> variables) implements Injection {
    public EnvironmentInjection {
        variables = variables.stream().map(EnvironmentInjection::withValue).toList();
    }

    @Override
    public void applyTo(PolicyApplication application) {
        variables.forEach(variable -> applyTo(application, variable));
    }

    /** A variable without a value is set to nothing, which is not what any value would be. */
    private static ObjectNode withValue(ObjectNode variable) {
        boolean says = variable.hasNonNull("value") || variable.hasNonNull("valueFrom");
        return says ? variable : (ObjectNode) Frozen.of(variable.deepCopy().put("value", ""));
    }

    private static void applyTo(PolicyApplication application, ObjectNode variable) {
        Place list = application.pod().sparkContainer().member("env");
        String field = application.pod().sparkContainerPath() + ".env["
                + variable.path("name").asText() + "]";
        int index = ListKey.NAME.indexOf(variable, list.value());
        if (index >= 0 && SubmitOptions.covers(list.value().path(index), variable)) {
            application.settle(field, field, variable, true, false, () -> {});
        } else {
            application.element(field, list, index, variable);
        }
    }
}
