package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.patch.Place;
import java.util.List;
import java.util.Set;

/** Tolerates taints. Does nothing for a toleration that is there; a pod cannot refuse it. */
public record TolerationsInjection(List<ObjectNode> tolerations) implements Injection {
    /** The taints for which the API server's plugin DefaultTolerationSeconds adds a toleration of 300 seconds. */
    private static final Set<String> DEFAULTED =
            Set.of("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable");

    private static final int DEFAULT_SECONDS = 300;

    @Override
    public void applyTo(PolicyApplication application) {
        Place list = application.pod().spec().member("tolerations");
        for (ObjectNode toleration : tolerations) {
            int index = ListKey.TOLERATION.indexOf(toleration, list.value());
            if (index < 0) {
                application.element(field(toleration), list, ListKey.TOLERATION, toleration);
            } else {
                Place place = list.element(index);
                application.value(field(toleration), place, toleration, isDefaulted(place.value()));
            }
        }
    }

    private static boolean isDefaulted(JsonNode toleration) {
        return DEFAULTED.contains(toleration.path("key").asText())
                && toleration.path("tolerationSeconds").asInt() == DEFAULT_SECONDS;
    }

    private static String field(JsonNode toleration) {
        String key = toleration.path("key").asText();
        String effect = toleration.path("effect").asText();
        return "spec.tolerations[" + (key.isEmpty() ? "*" : key) + comparison(toleration)
                + (effect.isEmpty() ? "" : ":" + effect) + "]";
    }

    private static String comparison(JsonNode toleration) {
        String value = toleration.path("value").asText();
        return switch (toleration.path("operator").asText()) {
            case "Exists" -> "";
            case "Gt" -> ">" + value;
            case "Lt" -> "<" + value;
            default -> "=" + value;
        };
    }
}
