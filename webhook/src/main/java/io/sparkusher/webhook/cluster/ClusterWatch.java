package io.sparkusher.webhook.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.sparkusher.policies.catalog.ClusterObjects;
import io.sparkusher.policies.pod.ServiceAccounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything of the cluster that reviews depend on, as it is now. */
final class ClusterWatch implements AutoCloseable {
    private static final long PAGE = 500;

    /** As many as fit into memory where each is as large as the API server takes any. */
    private static final long PAGE_OF_POLICIES = 20;

    private final List<Watched<GenericKubernetesResource, ObjectNode>> policies;
    private final Watched<Namespace, Map<String, String>> namespaces;
    private final Watched<ServiceAccount, Set<String>> accounts;

    /**
     * Not yet started.
     *
     * @param changed is run after every change, on a thread that it must not hold up
     */
    ClusterWatch(KubernetesClient client, WatchTrouble trouble, Runnable changed) {
        policies = Stream.of(PolicyKind.values())
                .map(kind -> new Watched<>(
                        kind.resource(),
                        kind.objects(client),
                        PAGE_OF_POLICIES,
                        new ReducedStore<>(GenericKubernetesResource::new, StoredPolicy::of, changed),
                        trouble))
                .toList();
        namespaces = new Watched<>(
                "namespaces",
                client.namespaces(),
                PAGE,
                new ReducedStore<>(Namespace::new, ClusterWatch::labels, changed),
                trouble);
        accounts = new Watched<>(
                "serviceaccounts",
                client.serviceAccounts().inAnyNamespace(),
                PAGE,
                new ReducedStore<>(ServiceAccount::new, ClusterWatch::pullSecrets, changed),
                trouble);
    }

    private static Map<String, String> labels(Namespace namespace) {
        Map<String, String> labels = namespace.getMetadata().getLabels();
        return labels == null ? Map.of() : Map.copyOf(labels);
    }

    private static Set<String> pullSecrets(ServiceAccount account) {
        return account.getImagePullSecrets().stream()
                .map(LocalObjectReference::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Completes once everything has been listed. */
    CompletableFuture<Void> start() {
        return CompletableFuture.allOf(all().stream()
                .map(watched -> watched.start().toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }

    /** In no particular order. */
    List<Watched<?, ?>> all() {
        List<Watched<?, ?>> all = new ArrayList<>(policies);
        all.add(namespaces);
        all.add(accounts);
        return all;
    }

    /** The policies and node pools that there are now. */
    List<ObjectNode> policies() {
        List<ObjectNode> found = new ArrayList<>();
        policies.forEach(watched -> watched.store().forEach((metadata, object) -> found.add(object)));
        return found;
    }

    /** What there is now. */
    ClusterObjects objects() {
        Map<String, Map<String, String>> labels = new HashMap<>();
        namespaces.store().forEach((metadata, of) -> labels.put(metadata.getName(), of));
        Map<String, Map<String, Set<String>>> pullSecrets = new HashMap<>();
        accounts.store()
                .forEach((metadata, of) -> pullSecrets
                        .computeIfAbsent(metadata.getNamespace(), namespace -> new HashMap<>())
                        .put(metadata.getName(), of));
        return new ClusterObjects(policies(), labels, new ServiceAccounts(pullSecrets));
    }

    @Override
    public void close() {
        all().forEach(Watched::close);
    }
}
