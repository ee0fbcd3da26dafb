package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Sets environment variables of the Spark container. Does nothing for one that is set; a pod cannot refuse it. */
public record EnvironmentInjection(List<ObjectNode> variables) implements Injection {
    @Override
    public void applyTo(PolicyApplication application) {
        var list = application.pod().sparkContainer().member("env");
        for (ObjectNode variable : variables) {
            String field = application.pod().sparkContainerPath() + ".env["
                    + variable.path("name").asText() + "]";
            application.element(field, list, ListKey.NAME, variable);
        }
    }
}
