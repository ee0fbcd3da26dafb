package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import io.sparkusher.policies.pod.ExecutorNumber;
import java.util.List;

/** Which node pools a pod is to be on. */
public sealed interface PoolSelection {
    /**
     * The pools for a pod, the best first; at least one.
     *
     * @throws CannotApplyException where the pod does not say what the selection goes by
     */
    List<NodePool> poolsFor(JsonNode labels);

    /** The same for all. */
    record Fixed(List<NodePool> pools) implements PoolSelection {
        @Override
        public List<NodePool> poolsFor(JsonNode labels) {
            return pools;
        }
    }

    /** By the executor's number, which every replica reads the same on any pod without asking anybody. */
    record ByExecutorNumber(ExecutorMix mix) implements PoolSelection {
        @Override
        public List<NodePool> poolsFor(JsonNode labels) {
            int number = ExecutorNumber.of(labels)
                    .orElseThrow(
                            () -> new CannotApplyException(
                                    "metadata.labels[spark-exec-id] says no number, by which"
                                            + " the node pool goes: give the executor the label, or the policy another type of nodePool"));
            return List.of(mix.poolOf(number));
        }
    }
}
