package io.sparkusher.policies.properties;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an API server makes of a pod before each round of webhooks: its defaults, its plugins, and its encoding. */
final class ApiServer {
    /** Fields that Go's encoder leaves out where they are empty, false or zero. */
    private static final Set<String> OMITTED_WHEN_ZERO = Set.of(
            "value",
            "readOnly",
            "medium",
            "subPath",
            "key",
            "effect",
            "operator",
            "workingDir",
            "initialDelaySeconds",
            "hostNetwork",
            "namespace");

    private static final Set<String> OMITTED_WHEN_EMPTY =
            Set.of("labels", "annotations", "nodeSelector", "matchLabels", "limits", "requests");

    private static final Map<String, String> CANONICAL_QUANTITIES =
            Map.of("1024Mi", "1Gi", "1073741824", "1Gi", "0.5Gi", "512Mi", "1000m", "1", "0.5", "500m");

    private static final String TOKEN_VOLUME = "kube-api-access-";

    private ApiServer() {}

    /** Changes a pod to what the next round would be sent. */
    static void fillIn(ObjectNode pod) {
        ObjectNode spec = (ObjectNode) pod.path("spec");
        encode(pod);
        defaults(spec);
        for (String list : List.of("initContainers", "containers")) {
            spec.path(list).forEach(container -> containerDefaults((ObjectNode) container));
        }
        spec.path("volumes").forEach(ApiServer::defaultsOfVolume);
        hostPorts(spec);
        serviceAccount(spec);
        tolerations(spec);
    }

    private static void defaults(ObjectNode spec) {
        putIfAbsent(spec, "restartPolicy", "Always");
        putIfAbsent(spec, "dnsPolicy", "ClusterFirst");
        putIfAbsent(spec, "schedulerName", "default-scheduler");
        putIfAbsent(spec, "serviceAccountName", "default");
        spec.put("serviceAccount", spec.path("serviceAccountName").asText());
        if (!spec.hasNonNull("terminationGracePeriodSeconds")) {
            spec.put("terminationGracePeriodSeconds", 30);
        }
        if (!spec.hasNonNull("enableServiceLinks")) {
            spec.put("enableServiceLinks", true);
        }
        if (!spec.hasNonNull("securityContext")) {
            spec.putObject("securityContext");
        }
        if (!spec.hasNonNull("priority")) {
            spec.put("priority", spec.path("priorityClassName").asText().isEmpty() ? 0 : 1000);
            spec.put("preemptionPolicy", "PreemptLowerPriority");
        }
    }

    private static void containerDefaults(ObjectNode container) {
        putIfAbsent(container, "terminationMessagePath", "/dev/termination-log");
        putIfAbsent(container, "terminationMessagePolicy", "File");
        putIfAbsent(
                container,
                "imagePullPolicy",
                container.path("image").asText().contains(":") ? "IfNotPresent" : "Always");
        container.withObjectProperty("resources");
        container.path("ports").forEach(port -> putIfAbsent((ObjectNode) port, "protocol", "TCP"));
        container.path("env").forEach(variable -> {
            if (variable.path("valueFrom").path("fieldRef") instanceof ObjectNode reference) {
                putIfAbsent(reference, "apiVersion", "v1");
            }
            if (variable.path("valueFrom").path("resourceFieldRef") instanceof ObjectNode reference) {
                putIfAbsent(reference, "divisor", "0");
            }
        });
        requestsOfLimits(container);
        if (container.path("lifecycle").path("preStop").path("httpGet") instanceof ObjectNode get) {
            putIfAbsent(get, "scheme", "HTTP");
            putIfAbsent(get, "path", "/");
        }
        if (container.path("readinessProbe") instanceof ObjectNode probe) {
            defaultsOfProbe(probe);
        }
    }

    /** A limit without a request is a request, too. */
    private static void requestsOfLimits(ObjectNode container) {
        JsonNode limits = container.path("resources").path("limits");
        limits.properties().forEach(limit -> {
            ObjectNode requests = ((ObjectNode) container.path("resources")).withObjectProperty("requests");
            if (!requests.has(limit.getKey())) {
                requests.set(limit.getKey(), limit.getValue());
            }
        });
    }

    private static void defaultsOfProbe(ObjectNode probe) {
        for (String member : List.of("timeoutSeconds", "successThreshold")) {
            probe.put(member, probe.path(member).asInt(1));
        }
        probe.put("periodSeconds", probe.path("periodSeconds").asInt(10));
        probe.put("failureThreshold", probe.path("failureThreshold").asInt(3));
        if (probe.path("httpGet") instanceof ObjectNode get) {
            putIfAbsent(get, "scheme", "HTTP");
            putIfAbsent(get, "path", "/");
        }
    }

    /** On its node's network a container's port is the node's. */
    private static void hostPorts(ObjectNode spec) {
        if (spec.path("hostNetwork").asBoolean()) {
            for (JsonNode ports : spec.findValues("ports")) {
                ports.forEach(port -> ((ObjectNode) port).set("hostPort", port.path("containerPort")));
            }
        }
    }

    private static void defaultsOfVolume(JsonNode volume) {
        for (String source : List.of("configMap", "secret", "projected", "downwardAPI")) {
            if (volume.path(source) instanceof ObjectNode object && !object.hasNonNull("defaultMode")) {
                object.put("defaultMode", 420);
            }
        }
    }

    /** The plugin of the same name: every container that has nothing at the path gets the account's token there. */
    private static void serviceAccount(ObjectNode spec) {
        if (!spec.path("automountServiceAccountToken").asBoolean(true)) {
            return;
        }
        String volume = tokenVolume(spec);
        boolean mounted = false;
        for (String list : List.of("initContainers", "containers")) {
            for (JsonNode container : spec.path(list)) {
                mounted |= mountToken((ObjectNode) container, volume);
            }
        }
        if (spec.path("imagePullSecrets").isEmpty()) {
            spec.putArray("imagePullSecrets").addObject().put("name", "registry-of-the-account");
        }
        boolean present = spec.path("volumes").findValuesAsText("name").contains(volume);
        if (mounted && !present) {
            ObjectNode projected = spec.withArrayProperty("volumes")
                    .addObject()
                    .put("name", volume)
                    .putObject("projected");
            projected
                    .putArray("sources")
                    .addObject()
                    .putObject("serviceAccountToken")
                    .put("path", "token");
            projected.put("defaultMode", 420);
        }
    }

    private static String tokenVolume(ObjectNode spec) {
        return spec.path("volumes").findValuesAsText("name").stream()
                .filter(name -> name.startsWith(TOKEN_VOLUME))
                .findFirst()
                .orElse(TOKEN_VOLUME + "x7b2q");
    }

    private static boolean mountToken(ObjectNode container, String volume) {
        ArrayNode mounts = container.withArrayProperty("volumeMounts");
        for (JsonNode mount : mounts) {
            if (mount.path("mountPath").asText().equals(VolumeArbitraries.TOKEN_PATH)) {
                return false;
            }
        }
        mounts.addObject().put("name", volume).put("readOnly", true).put("mountPath", VolumeArbitraries.TOKEN_PATH);
        return true;
    }

    /** The plugin DefaultTolerationSeconds. */
    private static void tolerations(ObjectNode spec) {
        for (String taint : List.of("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable")) {
            if (!toleratesAlready(spec.path("tolerations"), taint)) {
                spec.withArrayProperty("tolerations")
                        .addObject()
                        .put("key", taint)
                        .put("operator", "Exists")
                        .put("effect", "NoExecute")
                        .put("tolerationSeconds", 300);
            }
        }
    }

    private static boolean toleratesAlready(JsonNode tolerations, String taint) {
        for (JsonNode toleration : tolerations) {
            String key = toleration.path("key").asText();
            String effect = toleration.path("effect").asText();
            if ((key.equals(taint) || key.isEmpty()) && (effect.equals("NoExecute") || effect.isEmpty())) {
                return true;
            }
        }
        return false;
    }

    private static void encode(JsonNode node) {
        if (node instanceof ArrayNode array) {
            array.forEach(ApiServer::encode);
        } else if (node instanceof ObjectNode object) {
            encodeMembers(object);
        }
    }

    private static void encodeMembers(ObjectNode object) {
        for (String member : List.copyOf(fieldNames(object))) {
            JsonNode value = object.get(member);
            if (isOmitted(member, value)) {
                object.remove(member);
            } else if (List.of("limits", "requests").contains(member)) {
                quantities((ObjectNode) value);
            } else if (List.of("sizeLimit", "divisor").contains(member)) {
                object.set(member, canonical(value));
            } else {
                encode(value);
            }
        }
    }

    private static List<String> fieldNames(ObjectNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static boolean isOmitted(String member, JsonNode value) {
        boolean zero = (value.asText().isEmpty() && value.isTextual())
                || (value.isBoolean() && !value.booleanValue())
                || (value.isNumber() && value.intValue() == 0);
        return value.isNull()
                || (value.isArray() && value.isEmpty())
                || (value.isObject() && value.isEmpty() && OMITTED_WHEN_EMPTY.contains(member))
                || (zero && OMITTED_WHEN_ZERO.contains(member));
    }

    private static void quantities(ObjectNode amounts) {
        fieldNames(amounts).forEach(resource -> amounts.set(resource, canonical(amounts.get(resource))));
    }

    private static JsonNode canonical(JsonNode quantity) {
        String text = quantity.asText();
        return JsonNodeFactory.instance.textNode(CANONICAL_QUANTITIES.getOrDefault(text, text));
    }

    private static void putIfAbsent(ObjectNode object, String member, String value) {
        if (object.path(member).asText().isEmpty()) {
            object.put(member, value);
        }
    }
}
