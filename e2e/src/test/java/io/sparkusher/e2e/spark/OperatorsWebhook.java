package io.sparkusher.e2e.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/**
 * What the webhook of kubeflow's operator does to pods, to the fields that a policy of ours fills too. It appends to
 * lists without a look at what is in them, but for sidecars of the same name, replaces affinity as a whole, and
 * overwrites node selectors.
 *
 * @param owner the name and uid of a config map that stands for the SparkApplication
 * @param more what it appends besides, as the fields of a pod's spec; those of {@code container} go to Spark's
 */
record OperatorsWebhook(String owner, String uid, String more) implements Consumer<ObjectNode> {
    /** The label by which it picks its pods. */
    static final String LABEL = "sparkoperator.k8s.io/launched-by-spark-operator";

    private static final String APPENDED = """
            volumes: [{name: operators, emptyDir: {}}]
            tolerations: [{key: operators, operator: Exists, effect: NoSchedule}]
            hostAliases: [{ip: 192.0.2.7, hostnames: [operators.example.com]}]
            container:
              volumeMounts: [{name: operators, mountPath: /operators}]
              env: [{name: OPERATORS, value: "yes"}]
              envFrom: [{configMapRef: {name: operators, optional: true}}]
              ports: [{name: operators, containerPort: 9999, protocol: TCP}]
            """;

    private static final String SIDECAR = """
            name: operators
            image: localhost/operators:1
            """;

    private static final String AFFINITY = """
            nodeAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                nodeSelectorTerms:
                  - matchExpressions: [{key: operators, operator: DoesNotExist}]
            """;

    @Override
    public void accept(ObjectNode pod) {
        if (pod.at("/metadata/labels/spark-role").asText().equals("driver")) {
            own(pod.withArray("/metadata/ownerReferences"));
        }
        ObjectNode spec = pod.withObject("/spec");
        appendAll(read(APPENDED), spec);
        appendAll(read(more), spec);
        appendUnlessThere(read(SIDECAR), spec.withArray("containers"));
        spec.withObject("nodeSelector").put("operators", "none");
        spec.set("affinity", read(AFFINITY));
    }

    private void own(ArrayNode owners) {
        owners.addObject()
                .put("apiVersion", "v1")
                .put("kind", "ConfigMap")
                .put("name", owner)
                .put("uid", uid)
                .put("controller", true);
    }

    private static void appendAll(JsonNode lists, ObjectNode spec) {
        lists.properties().forEach(list -> {
            if (list.getKey().equals("container")) {
                appendAll(list.getValue(), (ObjectNode) spec.at("/containers/0"));
            } else {
                list.getValue().forEach(spec.withArray(list.getKey())::add);
            }
        });
    }

    private static void appendUnlessThere(JsonNode item, ArrayNode list) {
        boolean there = StreamSupport.stream(list.spliterator(), false)
                .anyMatch(one -> one.path("name").equals(item.path("name")));
        if (!there) {
            list.add(item);
        }
    }

    private static JsonNode read(String yaml) {
        return Serialization.unmarshal(yaml, JsonNode.class);
    }
}
