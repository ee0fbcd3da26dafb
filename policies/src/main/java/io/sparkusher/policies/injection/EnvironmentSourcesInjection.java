package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.patch.Place;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes environment variables of the Spark container of the keys of config maps and secrets. Does nothing for a source
 * that is there with the same prefix. Of sources with the same key the last counts, so the stronger stand behind: a
 * Default policy's in front of the pod's own, a Required one's behind. A pod cannot refuse it.
 */
public record EnvironmentSourcesInjection(List<ObjectNode> sources) implements Injection {
    @Override
    public void applyTo(PolicyApplication application) {
        Place list = application.pod().sparkContainer().member("envFrom");
        int next = application.isRequired() ? behindPodsOwn(list.value(), application) : 0;
        for (ObjectNode source : sources) {
            String field = field(source, application);
            int index = ListKey.ENVIRONMENT_SOURCE.indexOf(source, list.value());
            if (index >= 0 && isInFrontOfPodsOwn(index, list.value(), application)) {
                int last = list.value().size() - 1;
                application.settle(field, field, source, false, false, () -> {
                    list.element(index).remove();
                    list.insert(last, source);
                });
            } else if (index >= 0) {
                application.value(field, list.element(index), source);
            } else {
                int at = next++;
                application.settle(field, MissingNode.getInstance(), source, true, () -> list.insert(at, source));
            }
        }
    }

    /** Where the policy wins, its source has to stand behind the pod's own to count. */
    private boolean isInFrontOfPodsOwn(int index, JsonNode present, PolicyApplication application) {
        return application.isRequired()
                && IntStream.range(index + 1, behindPodsOwn(present, application))
                        .mapToObj(present::get)
                        .anyMatch(behind -> sources.stream()
                                .noneMatch(source -> field(source, application).equals(field(behind, application))));
    }

    /** In front of what stronger policies have put at the end. */
    private static int behindPodsOwn(JsonNode present, PolicyApplication application) {
        int index = present.size();
        while (index > 0
                && application
                        .pod()
                        .claims()
                        .on(field(present.get(index - 1), application))
                        .isPresent()) {
            index--;
        }
        return index;
    }

    private static String field(JsonNode source, PolicyApplication application) {
        String prefix = source.path("prefix").asText();
        return application.pod().sparkContainerPath() + ".envFrom["
                + (prefix.isEmpty() ? "" : prefix + "=")
                + (source.has("secretRef") ? "secret " : "config map ")
                + source.path(source.has("secretRef") ? "secretRef" : "configMapRef")
                        .path("name")
                        .asText()
                + "]";
    }
}
