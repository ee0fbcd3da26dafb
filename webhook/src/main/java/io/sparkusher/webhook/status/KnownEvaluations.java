package io.sparkusher.webhook.status;

import io.sparkusher.policies.catalog.Evaluation;
import io.sparkusher.policies.catalog.Verdict;
import io.sparkusher.webhook.replicas.ReplicaReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What generations the last evaluations had in force, by their digests: replicas that are a change ahead of the leader,
 * or behind it, can be told from those that are not up to date at all. Not safe for several threads.
 */
final class KnownEvaluations {
    /** How many are kept. A replica that is further behind counts as unknown. */
    static final int MAX = 16;

    private final Map<String, Map<String, Long>> generations = new LinkedHashMap<>();

    void add(Evaluation evaluation) {
        if (generations.containsKey(evaluation.digest())) {
            return;
        }
        generations.put(
                evaluation.digest(),
                evaluation.verdicts().entrySet().stream()
                        .filter(entry -> entry.getValue().inForce().isPresent())
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, entry -> generationInForce(entry.getValue()))));
        if (generations.size() > MAX) {
            generations.remove(generations.keySet().iterator().next());
        }
    }

    private static long generationInForce(Verdict verdict) {
        return verdict.inForce().orElseThrow().generation();
    }

    /** How the replicas stand to one generation of an object. */
    ReplicaStanding standing(Collection<ReplicaReport> replicas, String path, long generation) {
        List<String> with = new ArrayList<>();
        List<String> without = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (ReplicaReport replica : replicas) {
            Map<String, Long> known =
                    replica.reviewsWith().map(generations::get).orElse(null);
            if (known == null) {
                unknown.add(replica.name());
            } else {
                (Objects.equals(known.get(path), generation) ? with : without).add(replica.name());
            }
        }
        return new ReplicaStanding(with, without, unknown);
    }
}
