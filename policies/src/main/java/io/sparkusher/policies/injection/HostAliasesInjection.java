package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Adds names to the pod's hosts file. Does nothing for an address that has names there; a pod cannot refuse it. */
public record HostAliasesInjection(List<ObjectNode> aliases) implements Injection {
    @Override
    public void applyTo(PolicyApplication application) {
        var list = application.pod().spec().member("hostAliases");
        for (ObjectNode alias : aliases) {
            application.element("spec.hostAliases[" + alias.path("ip").asText() + "]", list, ListKey.ADDRESS, alias);
        }
    }
}
