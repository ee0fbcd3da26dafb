package io.sparkusher.e2e.certificates;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Looks again and again whether all that replicas serve is trusted by every webhook. */
final class TrustWitness implements AutoCloseable {
    private final AuthorityCluster cluster;
    private final List<AuthorityReplica> replicas;
    private final AtomicInteger looks = new AtomicInteger();
    private final CompletableFuture<Optional<String>> complaint;
    private volatile boolean ended;

    private TrustWitness(AuthorityCluster cluster, List<AuthorityReplica> replicas) {
        this.cluster = cluster;
        this.replicas = replicas;
        complaint = CompletableFuture.supplyAsync(this::look);
    }

    static TrustWitness of(AuthorityCluster cluster, List<AuthorityReplica> replicas) {
        return new TrustWitness(cluster, replicas);
    }

    private Optional<String> look() {
        while (!ended) {
            // In this order: what a replica leaves stays trusted for a while.
            List<String> served =
                    replicas.stream().map(AuthorityReplica::serving).toList();
            List<Set<String>> trusted = cluster.trusted();
            if (!trusted.stream().allMatch(bundle -> bundle.containsAll(served))) {
                return Optional.of("Replicas serve %s and webhooks trust %s".formatted(served, trusted));
            }
            looks.incrementAndGet();
        }
        return Optional.empty();
    }

    /** What was wrong when it first was, after at least one look; empty if all was well. */
    Optional<String> complaint() {
        int before = looks.get();
        while (looks.get() == before && !complaint.isDone()) {
            Thread.onSpinWait();
        }
        ended = true;
        return complaint.join();
    }

    @Override
    public void close() {
        ended = true;
        complaint.join();
    }
}
