package io.sparkusher.e2e.provision;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The accounts and rights in the manifests, put where a test wants them. */
record ShippedRights(KubernetesClient admin, Path manifests) {
    private static final Set<Class<? extends HasMetadata>> MOVED =
            Set.of(ServiceAccount.class, ClusterRole.class, ClusterRoleBinding.class, Role.class, RoleBinding.class);

    /** Gives the cluster our kinds. */
    void applyKinds() throws IOException {
        try (var files = Files.newDirectoryStream(manifests.resolve("crds"), "*.spark-usher.io.yaml")) {
            for (Path file : files) {
                read(file).forEach(kind -> admin.resource(kind).forceConflicts().serverSideApply());
            }
        }
    }

    /** Gives the cluster the role of drivers. */
    void applyDriverRole() throws IOException {
        read(manifests.resolve("helm/spark-usher/templates/driver-role.yaml"))
                .forEach(role -> admin.resource(role).forceConflicts().serverSideApply());
    }

    /** Makes a component's account in a namespace, with the rights that the manifests give it. */
    void applyComponent(String component, String namespace) throws IOException {
        read(manifests.resolve("base/spark-usher.yaml")).stream()
                .filter(object -> MOVED.stream().anyMatch(kind -> kind.isInstance(object)))
                .filter(object ->
                        component.equals(object.getMetadata().getLabels().get("app.kubernetes.io/component")))
                .forEach(object -> {
                    move(object, namespace);
                    admin.resource(object).forceConflicts().serverSideApply();
                });
    }

    private static void move(HasMetadata object, String namespace) {
        if (object.getMetadata().getNamespace() != null) {
            object.getMetadata().setNamespace(namespace);
        }
        if (object instanceof RoleBinding binding) {
            move(binding.getSubjects(), namespace);
        } else if (object instanceof ClusterRoleBinding binding) {
            // Beside the binding of an installation, if there is one.
            binding.getMetadata().setName(binding.getMetadata().getName() + "-" + namespace);
            move(binding.getSubjects(), namespace);
        }
    }

    private static void move(List<Subject> subjects, String namespace) {
        subjects.forEach(subject -> subject.setNamespace(namespace));
    }

    private List<HasMetadata> read(Path file) throws IOException {
        try (InputStream text = Files.newInputStream(file)) {
            return admin.load(text).items();
        }
    }

    /** Takes back what {@link #applyComponent} gave beyond the namespace. */
    void removeComponent(String component, String namespace) {
        admin.rbac()
                .clusterRoleBindings()
                .withName("spark-usher-" + component + "-" + namespace)
                .delete();
    }
}
