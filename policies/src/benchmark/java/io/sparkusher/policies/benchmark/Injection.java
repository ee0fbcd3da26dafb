package io.sparkusher.policies.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.catalog.ClusterObjects;
import io.sparkusher.policies.catalog.PolicyCatalog;
import io.sparkusher.policies.kubernetes.KubernetesVersion;
import io.sparkusher.policies.pod.ServiceAccounts;
import io.sparkusher.policies.source.Problems;
import io.sparkusher.policies.source.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A cluster in which every namespace has one policy, all with the injection that other webhooks were measured with. */
public final class Injection {
    private static final Path POLICY = Path.of("../e2e/load/src/main/resources/policies/injection.yaml");

    private final ObjectNode policy;
    private final List<ObjectNode> policies = new ArrayList<>();
    private final Map<String, Map<String, String>> namespaces = new HashMap<>();

    private Injection() {
        policy = (ObjectNode) YamlReader.read(POLICY.toString(), text(), new Problems())
                .get(0)
                .root();
    }

    /** So many policies, one of them for the namespace of {@link Executor}. */
    public static PolicySet policies(int count) {
        Injection injection = new Injection();
        injection.addTo(Executor.NAMESPACE);
        for (int number = 1; number < count; number++) {
            injection.addTo("other-team-" + number);
        }
        return injection.compile();
    }

    private void addTo(String namespace) {
        ObjectNode copy = policy.deepCopy();
        ((ObjectNode) copy.get("metadata")).put("namespace", namespace);
        policies.add(copy);
        namespaces.put(namespace, Map.of());
    }

    private static String text() {
        try {
            return Files.readString(POLICY);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private PolicySet compile() {
        ServiceAccounts accounts = new ServiceAccounts(Map.of(Executor.NAMESPACE, Map.of("default", Set.of())));
        return new PolicyCatalog(KubernetesVersion.NEWEST)
                .evaluate(new ClusterObjects(policies, namespaces, accounts))
                .policies();
    }
}
