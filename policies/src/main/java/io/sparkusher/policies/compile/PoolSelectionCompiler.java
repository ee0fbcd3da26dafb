package io.sparkusher.policies.compile;

import io.sparkusher.policies.api.NodePoolChoice;
import io.sparkusher.policies.injection.ExecutorMix;
import io.sparkusher.policies.injection.NodePool;
import io.sparkusher.policies.injection.PoolSelection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes selections of node pools of choices that were checked. */
record PoolSelectionCompiler(Map<String, NodePool> pools) {
    /** The selection that a choice means. */
    PoolSelection compile(NodePoolChoice choice) {
        return switch (choice.type()) {
            case Single ->
                new PoolSelection.Fixed(
                        List.of(pool(Objects.requireNonNull(choice.single()).pool())));
            case Fallback ->
                new PoolSelection.Fixed(Objects.requireNonNull(choice.fallback()).pools().stream()
                        .map(this::pool)
                        .toList());
            case Mix -> new PoolSelection.ByExecutorNumber(mix(Objects.requireNonNull(choice.mix())));
        };
    }

    private ExecutorMix mix(NodePoolChoice.Mix mix) {
        NodePoolChoice.FirstExecutors first = mix.firstExecutors();
        return new ExecutorMix(
                first == null ? null : pool(first.pool()),
                first == null ? 0 : first.count(),
                mix.shares().stream()
                        .map(share -> new ExecutorMix.Share(pool(share.pool()), share.weight()))
                        .toList());
    }

    private NodePool pool(String name) {
        return Objects.requireNonNull(pools.get(name), name);
    }
}
