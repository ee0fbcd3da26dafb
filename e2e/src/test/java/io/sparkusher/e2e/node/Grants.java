package io.sparkusher.e2e.node;

import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What RBAC grants to a service account of ours, by name; what every account has by its groups is not in it. */
record Grants(KubernetesClient client, String account) {
    Set<Grant> all() {
        return Stream.concat(clusterWide(), inNamespaces())
                .flatMap(List::stream)
                .flatMap(Grant::of)
                .collect(Collectors.toSet());
    }

    private Stream<List<PolicyRule>> clusterWide() {
        return client.rbac().clusterRoleBindings().list().getItems().stream()
                .filter(binding -> isFor(binding.getSubjects()))
                .map(binding -> rulesOf("", binding.getRoleRef()));
    }

    private Stream<List<PolicyRule>> inNamespaces() {
        return client.rbac().roleBindings().inAnyNamespace().list().getItems().stream()
                .filter(binding -> isFor(binding.getSubjects()))
                .map(binding -> rulesOf(binding.getMetadata().getNamespace(), binding.getRoleRef()));
    }

    private boolean isFor(List<Subject> subjects) {
        return subjects != null
                && subjects.stream()
                        .anyMatch(subject -> "ServiceAccount".equals(subject.getKind())
                                && InstalledUsher.NAMESPACE.equals(subject.getNamespace())
                                && account.equals(subject.getName()));
    }

    private List<PolicyRule> rulesOf(String namespace, RoleRef role) {
        return role.getKind().equals("ClusterRole")
                ? client.rbac().clusterRoles().withName(role.getName()).get().getRules()
                : client.rbac()
                        .roles()
                        .inNamespace(namespace)
                        .withName(role.getName())
                        .get()
                        .getRules();
    }
}
