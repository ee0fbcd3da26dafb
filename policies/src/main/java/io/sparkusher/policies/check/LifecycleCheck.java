package io.sparkusher.policies.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Checks hooks of a container. */
record LifecycleCheck(Checks checks) {
    private static final List<String> HOOKS = List.of("postStart", "preStop");
    private static final List<String> HANDLERS = List.of("exec", "httpGet", "sleep", "tcpSocket");

    void check(String path, JsonNode lifecycle) {
        for (String name : HOOKS) {
            JsonNode hook = lifecycle.path(name);
            long handlers = HANDLERS.stream().filter(hook::hasNonNull).count();
            if (hook.isObject() && handlers != 1) {
                checks.error(
                        path + "." + name,
                        "has " + handlers + " handlers, expected one of " + String.join(", ", HANDLERS));
            }
        }
    }
}
