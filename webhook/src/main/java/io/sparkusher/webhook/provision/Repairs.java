package io.sparkusher.webhook.provision;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what others changed of an object of ours, and mends that and nothing else. */
final class Repairs {
    private final HasMetadata object;
    private final ObjectNode patch = JsonNodeFactory.instance.objectNode();
    private final List<String> changed = new ArrayList<>();

    private Repairs(HasMetadata object) {
        this.object = object;
        // The API server refuses the patch where the object is not the one any more that was looked at.
        patch.withObject("metadata").put("resourceVersion", object.getMetadata().getResourceVersion());
    }

    /** Empty where nothing is to be mended. */
    static Optional<Action> of(ServiceAccount present, WantedAccount wanted) {
        Repairs repairs = new Repairs(present);
        repairs.policies(wanted);
        if (!Boolean.valueOf(wanted.driver()).equals(present.getAutomountServiceAccountToken())) {
            repairs.patch.put("automountServiceAccountToken", wanted.driver());
            repairs.changed.add(wanted.driver() ? "drivers need its token" : "executors need no token");
        }
        return repairs.action(wanted.key());
    }

    /** Empty where nothing is to be mended. What cannot be changed has to be right. */
    static Optional<Action> of(RoleBinding present, WantedAccount wanted) {
        Repairs repairs = new Repairs(present);
        repairs.policies(wanted);
        if (!DriverBinding.bindsOnly(wanted.key(), present)) {
            repairs.patch
                    .putArray("subjects")
                    .addObject()
                    .put("kind", "ServiceAccount")
                    .put("name", wanted.key().name())
                    .put("namespace", wanted.key().namespace());
            repairs.changed.add("it has to bind this account and no other");
        }
        return repairs.action(wanted.key());
    }

    private void policies(WantedAccount wanted) {
        String text = Ownership.text(wanted.policies());
        if (!text.equals(Ownership.policiesOf(object))) {
            patch.withObject("metadata").withObject("annotations").put(Ownership.ANNOTATION, text);
            changed.add("it is for " + text);
        }
    }

    private Optional<Action> action(AccountKey key) {
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Action.Repair(key, object, patch.toString(), String.join(", and ", changed)));
    }
}
