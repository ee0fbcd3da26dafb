package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import io.sparkusher.policies.pod.ExecutorNumber;

/** Which node pool a pod is to be on. */
public sealed interface PoolSelection {
    /**
     * The pool for a pod.
     *
     * @throws CannotApplyException where the pod does not say what the selection goes by
     */
    NodePool poolFor(JsonNode labels);

    /** One for all. */
    record Single(NodePool pool) implements PoolSelection {
        @Override
        public NodePool poolFor(JsonNode labels) {
            return pool;
        }
    }

    /** By the executor's number, which every replica reads the same on any pod without asking anybody. */
    record ByExecutorNumber(ExecutorMix mix) implements PoolSelection {
        @Override
        public NodePool poolFor(JsonNode labels) {
            int number = ExecutorNumber.of(labels)
                    .orElseThrow(
                            () -> new CannotApplyException(
                                    "the node pool goes by the executor's number, and the pod's label spark-exec-id says none"));
            return mix.poolOf(number);
        }
    }
}
