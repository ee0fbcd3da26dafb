package io.sparkusher.webhook.provision;

import io.sparkusher.policies.kubernetes.Names;
import io.sparkusher.policies.pod.Role;
import io.sparkusher.policies.variables.Template;
import io.sparkusher.policies.variables.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An account's name in one namespace.
 *
 * @param text with the values of its variables
 * @param fault why no account can be made of the name, as the end of a sentence; empty where one can
 */
record AccountName(String text, Optional<String> fault) {
    static AccountName of(String template, Role role, NamespaceView namespace) {
        List<String> faults = new ArrayList<>();
        String text = Template.expand(template, use -> value(use, role, namespace, faults));
        Optional<String> fault = faults.stream().findFirst().or(() -> Names.Subdomain.fault(text));
        return new AccountName(text, fault);
    }

    private static String value(Variable.Use use, Role role, NamespaceView namespace, List<String> faults) {
        return switch (use.variable()) {
            case Namespace -> namespace.name();
            case NamespaceLabel -> label(use, namespace, faults);
            case Role -> role.label();
            case AppName, AppId -> {
                faults.add("has the variable " + use + ", of which the value is known of a pod alone");
                yield "";
            }
        };
    }

    private static String label(Variable.Use use, NamespaceView namespace, List<String> faults) {
        String value = namespace.labels().get(use.key());
        if (value == null) {
            faults.add("has the variable " + use + ", and the namespace has no such label");
            return "";
        }
        return value;
    }
}
