package io.sparkusher.policies.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.sparkusher.policies.patch.PodDraft;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Schedulers that place the pods of an application together hold room for them by what they were told before admission.
 * Where a policy changes what a pod needs, or where it may run, that room may not fit it.
 */
final class GangScheduling {
    /** The annotations by which pods belong to a task group of YuniKorn or a pod group of Volcano. */
    private static final List<String> MARKS = List.of(
            "yunikorn.apache.org/task-group-name",
            "yunikorn.apache.org/task-groups",
            "scheduling.k8s.io/group-name",
            "scheduling.volcano.sh/group-name");

    /** What schedulers go by: all but tolerations, as a pod that tolerates more fits wherever it did before. */
    private static final Pattern SCHEDULED_BY = Pattern.compile(
            "/spec/(nodeSelector|affinity|topologySpreadConstraints|runtimeClassName|hostNetwork|initContainers"
                    + "|containers/-|containers/[0-9]+/(resources|ports))(/.*)?");

    private GangScheduling() {}

    /** The sentence to say after the changes since the checkpoint, empty where no scheduler is misled. */
    static Optional<String> warning(PodDraft draft, int checkpoint) {
        JsonNode annotations = draft.root().value().path("metadata").path("annotations");
        return MARKS.stream()
                .filter(annotations::has)
                .findFirst()
                .filter(mark -> draft.operations().stream()
                        .skip(checkpoint)
                        .anyMatch(change -> SCHEDULED_BY.matcher(change.path()).matches()))
                .map(mark -> "It changes what the pod needs or where it may run, and the pod is one of a gang by its"
                        + " annotation " + mark
                        + ": say the same in the gang's own definition, or its room may not fit");
    }
}
