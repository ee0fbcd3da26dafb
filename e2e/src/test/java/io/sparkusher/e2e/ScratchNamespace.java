package io.sparkusher.e2e;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;

/** A namespace of one test class: made anew, and removed with all that is in it. */
public final class ScratchNamespace implements AutoCloseable {
    private final String name;
    private final Resource<Namespace> resource;

    private ScratchNamespace(String name, Resource<Namespace> resource) {
        this.name = name;
        this.resource = resource;
    }

    /** Makes it; what an aborted run left of it is removed first. */
    public static ScratchNamespace make(KubernetesClient client, String name) {
        ScratchNamespace namespace = new ScratchNamespace(
                name,
                client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build()));
        namespace.close();
        namespace.resource.create();
        return namespace;
    }

    public String name() {
        return name;
    }

    @Override
    public void close() {
        resource.delete();
        await("the end of the namespace " + name).atMost(Cluster.TO_SETTLE).until(() -> resource.get() == null);
    }
}
