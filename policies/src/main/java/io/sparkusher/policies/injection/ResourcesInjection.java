package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.kubernetes.ResourceFaults;
import io.sparkusher.policies.patch.Place;
import io.sparkusher.policies.pod.Role;
import java.util.List;
import java.util.Map;

/**
 * Sets requests and limits of the Spark container, each resource by itself; a limit of what cannot be overcommitted,
 * such as GPUs, is the request as well. Does nothing for a resource that is set, nor for an executor of a resource
 * profile other than Spark's default, whatever the band: the application has asked for just what it has. A pod refuses
 * a request over its limit.
 */
public record ResourcesInjection(ObjectNode resources) implements Injection {
    /** Spark's: Constants.SPARK_RESOURCE_PROFILE_ID_LABEL, and ResourceProfile.DEFAULT_RESOURCE_PROFILE_ID. */
    private static final String PROFILE_LABEL = "spark-exec-resourceprofile-id";

    private static final String DEFAULT_PROFILE = "0";

    private static final ListKey CLAIM = new ListKey(List.of("name", "request"));

    @Override
    public void applyTo(PolicyApplication application) {
        PodContext pod = application.pod();
        String field = pod.sparkContainerPath() + ".resources";
        String profile = pod.labels().path(PROFILE_LABEL).asText(DEFAULT_PROFILE);
        if (pod.role() == Role.Executor && !profile.equals(DEFAULT_PROFILE)) {
            application.leaveToPod(field + ", by its resource profile " + profile);
            return;
        }
        Place place = pod.sparkContainer().member("resources");
        for (Map.Entry<String, JsonNode> limit : resources.path("limits").properties()) {
            boolean limited = quantity("limits", limit, field, place, application);
            if (limited && ResourceFaults.isNeverOvercommitted(limit.getKey())) {
                quantity("requests", limit, field, place, application);
            }
        }
        for (Map.Entry<String, JsonNode> request : resources.path("requests").properties()) {
            quantity("requests", request, field, place, application);
        }
        for (JsonNode claim : resources.path("claims")) {
            application.element(
                    field + ".claims[" + claim.path("name").asText() + "]", place.member("claims"), CLAIM, (ObjectNode)
                            claim);
        }
    }

    private static boolean quantity(
            String kind,
            Map.Entry<String, JsonNode> wanted,
            String field,
            Place resources,
            PolicyApplication application) {
        return application.quantity(
                field + "." + kind + "[" + wanted.getKey() + "]",
                resources.member(kind).member(wanted.getKey()),
                wanted.getValue());
    }
}
