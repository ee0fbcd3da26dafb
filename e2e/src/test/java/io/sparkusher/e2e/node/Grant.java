package io.sparkusher.e2e.node;

import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * One verb on one kind of thing, as RBAC grants it and as the audit log has it.
 *
 * @param group the API group, empty for the oldest one
 * @param resource the plural, with the subresource after a slash
 * @param name the name for which alone it is granted, or empty for all
 */
record Grant(String group, String resource, String name, String verb) {
    static Stream<Grant> of(PolicyRule rule) {
        return rule.getApiGroups().stream()
                .flatMap(group -> rule.getResources().stream()
                        .flatMap(resource -> names(rule).stream()
                                .flatMap(name ->
                                        rule.getVerbs().stream().map(verb -> new Grant(group, resource, name, verb)))));
    }

    private static List<String> names(PolicyRule rule) {
        return rule.getResourceNames() == null || rule.getResourceNames().isEmpty()
                ? List.of("")
                : rule.getResourceNames();
    }

    boolean allowsEverything() {
        return Stream.of(group, resource, verb).anyMatch("*"::equals);
    }

    /** Whether a use needed this grant, or would have been allowed by it. */
    boolean covers(Grant use) {
        return group.equals(use.group)
                && resource.equals(use.resource)
                && verb.equals(use.verb)
                && (name.isEmpty() || name.equals(use.name));
    }
}
