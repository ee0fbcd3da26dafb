package io.sparkusher.policies.properties;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an API server would refuse of a pod, written down once more from what Kubernetes documents. */
final class Validity {
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final String NAME = "[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?";
    private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
    private static final String KEY = "(" + SUBDOMAIN + "/)?" + NAME;

    private final Set<String> faults = new HashSet<>();
    private final Set<String> volumes = new HashSet<>();
    private final Set<String> containers = new HashSet<>();

    private Validity() {}

    static Set<String> faults(ObjectNode pod) {
        Validity validity = new Validity();
        validity.metadata(pod.path("metadata"));
        validity.spec(pod.path("spec"));
        return validity.faults;
    }

    private void metadata(JsonNode metadata) {
        metadata.path("labels").properties().forEach(label -> {
            matches("label", label.getKey(), KEY);
            matches("label value", label.getValue().asText(), "(" + NAME + ")?");
        });
        metadata.path("annotations")
                .properties()
                .forEach(annotation -> matches("annotation", annotation.getKey(), KEY));
    }

    private void spec(JsonNode spec) {
        for (JsonNode volume : spec.path("volumes")) {
            String name = volume.path("name").asText();
            matches("volume", name, LABEL);
            once(volumes, name, "volume");
        }
        spec.path("nodeSelector").properties().forEach(label -> {
            matches("node selector", label.getKey(), KEY);
            matches("node selector value", label.getValue().asText(), "(" + NAME + ")?");
        });
        matches("service account", spec.path("serviceAccountName").asText("default"), SUBDOMAIN);
        same(spec, "serviceAccountName", "serviceAccount");
        spec.path("initContainers").forEach(this::container);
        spec.path("containers").forEach(this::container);
        nodePorts(spec);
        scheduling(spec);
        range("grace period", spec.path("terminationGracePeriodSeconds").asInt(), 0, Integer.MAX_VALUE);
    }

    private void nodePorts(JsonNode spec) {
        Set<String> ports = new HashSet<>();
        for (JsonNode port : spec.path("containers").findValues("containerPort")) {
            if (spec.path("hostNetwork").asBoolean()) {
                once(ports, port.asText(), "port of the node");
            }
        }
    }

    private void scheduling(JsonNode spec) {
        Set<String> constraints = new HashSet<>();
        for (JsonNode constraint : spec.path("topologySpreadConstraints")) {
            String key = constraint.path("topologyKey").asText() + " "
                    + constraint.path("whenUnsatisfiable").asText();
            once(constraints, key, "spread");
            range("skew", constraint.path("maxSkew").asInt(), 1, Integer.MAX_VALUE);
        }
        for (JsonNode toleration : spec.path("tolerations")) {
            boolean exists = toleration.path("operator").asText().equals("Exists");
            require(exists || !toleration.path("key").asText().isEmpty(), "toleration without a key " + toleration);
            require(!exists || toleration.path("value").asText().isEmpty(), "toleration with a value " + toleration);
            require(
                    !toleration.has("tolerationSeconds")
                            || toleration.path("effect").asText().equals("NoExecute"),
                    "toleration with seconds " + toleration);
        }
        spec.path("affinity").findValues("matchExpressions").forEach(list -> list.forEach(this::expression));
        JsonNode required =
                spec.path("affinity").path("nodeAffinity").path("requiredDuringSchedulingIgnoredDuringExecution");
        require(required.isMissingNode() || !required.path("nodeSelectorTerms").isEmpty(), "affinity without terms");
    }

    private void expression(JsonNode expression) {
        int values = expression.path("values").size();
        boolean fits = switch (expression.path("operator").asText()) {
            case "In", "NotIn" -> values > 0;
            case "Exists", "DoesNotExist" -> values == 0;
            case "Gt", "Lt" -> values == 1;
            default -> false;
        };
        require(fits, "expression " + expression);
    }

    private void container(JsonNode container) {
        String name = container.path("name").asText();
        matches("container", name, LABEL);
        once(containers, name, "container");
        require(!container.path("image").asText().isEmpty(), "container without an image " + name);
        Set<String> paths = new HashSet<>();
        for (JsonNode mount : container.path("volumeMounts")) {
            once(paths, mount.path("mountPath").asText(), "mount path in " + name);
            require(
                    volumes.contains(mount.path("name").asText()),
                    "mount of no volume in " + name + ": " + mount.path("name").asText());
        }
        uniqueNames(container.path("env"), "variable in " + name);
        uniqueNames(container.path("ports"), "port in " + name);
        container.path("env").forEach(this::variable);
        resources(container.path("resources"), name);
    }

    private void variable(JsonNode variable) {
        matches("variable", variable.path("name").asText(), "[ -<>-~]+");
        require(
                variable.path("value").asText("").isEmpty() || !variable.hasNonNull("valueFrom"),
                "variable with two values " + variable);
    }

    private void resources(JsonNode resources, String container) {
        for (Map.Entry<String, JsonNode> request : resources.path("requests").properties()) {
            JsonNode limit = resources.path("limits").path(request.getKey());
            require(
                    limit.isMissingNode() || amount(request.getValue()).compareTo(amount(limit)) <= 0,
                    "request over the limit in " + container + ": " + request.getKey());
        }
    }

    private static BigDecimal amount(JsonNode quantity) {
        String text = quantity.asText();
        Map<String, String> factors = Map.of(
                "Ki", "1024", "Mi", "1048576", "Gi", "1073741824", "k", "1e3", "M", "1e6", "G", "1e9", "m", "1e-3");
        String unit = text.replaceAll("^[0-9.]+", "");
        BigDecimal factor = new BigDecimal(factors.getOrDefault(unit, "1"));
        return new BigDecimal(text.substring(0, text.length() - unit.length())).multiply(factor);
    }

    private void uniqueNames(JsonNode list, String what) {
        Set<String> names = new HashSet<>();
        List<JsonNode> elements = new ArrayList<>();
        list.forEach(elements::add);
        elements.stream()
                .map(element -> element.path("name").asText())
                .filter(name -> !name.isEmpty())
                .forEach(name -> once(names, name, what));
    }

    private void same(JsonNode spec, String first, String second) {
        if (spec.has(first) && spec.has(second)) {
            require(spec.path(first).equals(spec.path(second)), first + " is not " + second);
        }
    }

    private void once(Set<String> seen, String name, String what) {
        require(seen.add(name), what + " twice: " + name);
    }

    private void matches(String what, String text, String pattern) {
        require(text.length() <= 317 && text.matches(pattern), what + " is no name: " + text);
    }

    private void range(String what, int number, int minimum, int maximum) {
        require(number >= minimum && number <= maximum, what + " is " + number);
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
