package io.sparkusher.webhook.replicas;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a replica's Lease says. */
final class LeaseContent {
    private final Replica replica;
    private final List<ReplicaAnnotation> annotations;
    private final Duration duration;
    private final InstantSource clock;

    LeaseContent(Replica replica, List<ReplicaAnnotation> annotations, Duration duration, InstantSource clock) {
        this.replica = replica;
        this.annotations = List.copyOf(annotations);
        this.duration = duration;
        this.clock = clock;
    }

    Lease now() {
        // The API server keeps microseconds, and takes nothing finer.
        ZonedDateTime now = clock.instant().truncatedTo(ChronoUnit.MICROS).atZone(ZoneOffset.UTC);
        return new LeaseBuilder()
                .withNewMetadata()
                .withName(replica.leaseName())
                .withNamespace(replica.namespace())
                .withLabels(
                        Map.of(LeaseNames.REPLICA_LABEL, LeaseNames.WEBHOOK, "app.kubernetes.io/name", "spark-usher"))
                .withAnnotations(told())
                .withOwnerReferences(replica.pod().stream().toList())
                .endMetadata()
                .withNewSpec()
                .withHolderIdentity(replica.name())
                .withLeaseDurationSeconds(Math.toIntExact(duration.toSeconds()))
                .withRenewTime(now)
                .endSpec()
                .build();
    }

    private Map<String, String> told() {
        Map<String, String> told = new TreeMap<>();
        annotations.forEach(
                annotation -> annotation.value().get().ifPresent(value -> told.put(annotation.key(), value)));
        return told;
    }
}
