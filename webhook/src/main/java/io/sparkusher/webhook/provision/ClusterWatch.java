package io.sparkusher.webhook.provision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.sparkusher.policies.catalog.ClusterObjects;
import io.sparkusher.policies.pod.ServiceAccounts;
import io.sparkusher.webhook.cluster.PolicyKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the cluster holds that provisioning goes by, kept up to date. */
final class ClusterWatch implements AutoCloseable {
    private final KubernetesClient client;
    private final List<SharedIndexInformer<GenericKubernetesResource>> policies;
    private final SharedIndexInformer<Namespace> namespaces;
    private final SharedIndexInformer<ServiceAccount> accounts;
    private final SharedIndexInformer<RoleBinding> bindings;

    /** Begins to watch, and goes on trying where the API server does not answer or does not know our kinds yet. */
    ClusterWatch(KubernetesClient client, Runnable changed) {
        this.client = client;
        policies = Stream.of(PolicyKind.values())
                .map(kind -> kind.objects(client).runnableInformer(0))
                .toList();
        namespaces = client.namespaces().runnableInformer(0);
        accounts = client.serviceAccounts().inAnyNamespace().runnableInformer(0);
        bindings = client.rbac().roleBindings().inAnyNamespace().runnableInformer(0);
        informers().forEach(informer -> InformerStart.of(informer, changed));
    }

    private Stream<SharedIndexInformer<? extends HasMetadata>> informers() {
        return Stream.concat(policies.stream(), Stream.of(namespaces, accounts, bindings));
    }

    /** Whether everything has been listed once: before that, what is missing may only be unknown. */
    boolean isComplete() {
        return informers().allMatch(SharedIndexInformer::hasSynced);
    }

    ClusterObjects objects() {
        List<ObjectNode> objects = new ArrayList<>();
        policies.stream()
                .flatMap(informer -> informer.getStore().list().stream())
                .forEach(policy ->
                        objects.add(client.getKubernetesSerialization().convertValue(policy, ObjectNode.class)));
        Map<String, Map<String, String>> labels = new HashMap<>();
        namespaces().forEach(namespace -> labels.put(namespace.name(), namespace.labels()));
        // Which accounts there are decides about pods, and about no policy.
        return new ClusterObjects(objects, labels, new ServiceAccounts(Map.of()));
    }

    List<NamespaceView> namespaces() {
        return namespaces.getStore().list().stream()
                .map(namespace -> new NamespaceView(
                        namespace.getMetadata().getName(),
                        namespace.getMetadata().getLabels(),
                        namespace.isMarkedForDeletion()))
                .toList();
    }

    /** Without what is in namespaces that are being deleted: it goes with them, and so do our rights. */
    PresentObjects present() {
        Set<String> ending = namespaces().stream()
                .filter(NamespaceView::ending)
                .map(NamespaceView::name)
                .collect(Collectors.toSet());
        return PresentObjects.of(accounts.getStore().list(), bindings.getStore().list())
                .outside(ending);
    }

    @Override
    public void close() {
        informers().forEach(SharedIndexInformer::close);
    }
}
