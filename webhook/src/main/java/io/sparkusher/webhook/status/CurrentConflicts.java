package io.sparkusher.webhook.status;

import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.catalog.Evaluation;
import io.sparkusher.policies.catalog.Verdict;
import io.sparkusher.webhook.conflicts.Meeting;
import io.sparkusher.webhook.replicas.ReplicaReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The conflicts that pods met lately on any replica, between policies that are both still in force as they then were. */
final class CurrentConflicts {
    private final Map<String, List<String>> sentences = new HashMap<>();

    CurrentConflicts(Evaluation evaluation, Collection<ReplicaReport> replicas) {
        Map<String, PolicyReference> inForce = evaluation.verdicts().values().stream()
                .filter(verdict -> verdict.inForce().isPresent())
                .map(CurrentConflicts::inForce)
                .collect(Collectors.toMap(PolicyReference::stamp, reference -> reference));
        for (Meeting meeting : meetings(replicas)) {
            PolicyReference yielded = inForce.get(meeting.yielded());
            PolicyReference won = inForce.get(meeting.won());
            if (yielded != null && won != null) {
                add(yielded, won, "comes before it");
                add(won, yielded, "comes after it");
            }
        }
    }

    private static Collection<Meeting> meetings(Collection<ReplicaReport> replicas) {
        Set<String> texts = new TreeSet<>();
        replicas.forEach(replica -> replica.conflicted().ifPresent(texts::add));
        return texts.stream().flatMap(text -> Meeting.read(text).stream()).collect(Collectors.toSet());
    }

    private static PolicyReference inForce(Verdict verdict) {
        PolicyReference newest = verdict.object();
        long generation = verdict.inForce().orElseThrow().generation();
        return new PolicyReference(newest.kind(), newest.namespace(), newest.name(), OptionalLong.of(generation));
    }

    private void add(PolicyReference policy, PolicyReference other, String order) {
        sentences
                .computeIfAbsent(policy.path(), path -> new ArrayList<>())
                .add("Pods met it together with " + other + ", which is Required as well, says something different and "
                        + order + ": let one of them say it, or give them a match by which no pod meets both");
    }

    /** A sentence for each other policy, always in the same order. */
    List<String> of(String path) {
        return sentences.getOrDefault(path, List.of()).stream().sorted().toList();
    }
}
