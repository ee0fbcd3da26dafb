package io.sparkusher.policies.properties;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What of a pod's own the policies of a scenario may say otherwise. */
record Allowances(Scenario scenario) {
    /** Values that arrive filled in, and say nothing of what the pod's author wants. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "/spec/schedulerName", "default-scheduler",
            "/spec/dnsPolicy", "ClusterFirst",
            "/spec/terminationGracePeriodSeconds", "30",
            "/spec/enableServiceLinks", "true",
            "/spec/serviceAccountName", "default",
            "/spec/serviceAccount", "default");

    private static final List<String> FROM_THE_CLASS = List.of("/spec/priority", "/spec/preemptionPolicy");

    private static final List<String> ACCOUNT = List.of("/spec/serviceAccountName", "/spec/serviceAccount");

    boolean allow(String loss) {
        String pointer = loss.replace(Losses.ORDER, "");
        return pointer.equals("/metadata/annotations/spark-usher.io~1applied")
                || (pointer.equals("token") && somePolicyTakesTheTokenAway())
                || anySays(pointer, isUnset(pointer));
    }

    /** Whether the pod's own value does not count. */
    private boolean isUnset(String pointer) {
        JsonNode value = scenario.pod().at(JsonPointer.compile(pointer));
        boolean executors = scenario.pod()
                        .path("metadata")
                        .path("labels")
                        .path("spark-role")
                        .asText()
                        .equals("executor")
                || scenario.pod()
                        .path("metadata")
                        .path("labels")
                        .path("spark-usher.io/role")
                        .asText()
                        .equals("executor");
        return value.asText().equals(DEFAULTS.get(pointer))
                || (executors && ACCOUNT.contains(pointer))
                || (scenario.pod()
                                .path("spec")
                                .path("serviceAccountName")
                                .asText("default")
                                .equals("default")
                        && pointer.equals("/spec/serviceAccount"))
                || (FROM_THE_CLASS.contains(pointer)
                        && !scenario.pod().path("spec").hasNonNull("priorityClassName"))
                || isFilledInToleration(pointer)
                || isOfBareLocalVolume(pointer);
    }

    private boolean isFilledInToleration(String pointer) {
        String element = pointer.replaceAll("^(/spec/tolerations/[0-9]+)/.*", "$1");
        return element.startsWith("/spec/tolerations/")
                && scenario.pod()
                                .at(JsonPointer.compile(element + "/tolerationSeconds"))
                                .asInt()
                        == 300;
    }

    /** What nobody knows may go with an emptyDir of Spark's that becomes something else. */
    private boolean isOfBareLocalVolume(String pointer) {
        String element = pointer.replaceAll("^(/spec/volumes/[0-9]+)/emptyDir(/.*)?", "$1");
        JsonNode volume = scenario.pod().at(JsonPointer.compile(element));
        return volume.path("name").asText().startsWith("spark-local-dir-")
                && !volume.path("emptyDir").has("medium")
                && !volume.path("emptyDir").has("sizeLimit");
    }

    private boolean anySays(String pointer, boolean defaultsMay) {
        return scenario.policiesOfNamespace().stream()
                .filter(policy -> defaultsMay || Scenario.isRequired(policy))
                .filter(policy -> !policy.path("spec").path("mode").asText().equals("Audit"))
                .flatMap(Allowances::sections)
                .anyMatch(section -> says(section, pointer));
    }

    private static Stream<JsonNode> sections(ObjectNode policy) {
        return Stream.of("common", "driver", "executor").map(policy.path("spec")::path);
    }

    private boolean says(JsonNode section, String pointer) {
        return SectionField.ALL.stream()
                .filter(field -> section.has(field.name()))
                .anyMatch(field -> field.licences().stream()
                        .anyMatch(licence -> licence.covers(scenario.pod(), pointer, section.path(field.name()))));
    }

    private boolean somePolicyTakesTheTokenAway() {
        return scenario.policiesOfNamespace().stream()
                .flatMap(Allowances::sections)
                .anyMatch(section ->
                        !section.path("serviceAccount").path("automountToken").asBoolean(true));
    }
}
