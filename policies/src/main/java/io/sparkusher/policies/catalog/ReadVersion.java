package io.sparkusher.policies.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.PolicyObject;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.check.NodePoolReference;
import io.sparkusher.policies.check.NodePoolReferences;
import io.sparkusher.policies.check.PolicyChecks;
import io.sparkusher.policies.source.DocumentOrigin;
import io.sparkusher.policies.source.PolicyReader;
import io.sparkusher.policies.source.PolicyReader.ReadObject;
import io.sparkusher.policies.source.Problem;
import io.sparkusher.policies.source.Problem.Severity;
import io.sparkusher.policies.source.Problems;
import io.sparkusher.policies.source.SourceDocument;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One version of an object, read and checked by itself: whatever else the cluster holds, it comes to the same. Each is
 * read once, so that two that are not the same object are not the same version.
 */
final class ReadVersion {
    private final PolicyReference reference;
    private final long generation;
    private final JsonNode spec;
    private final List<Problem> problems;
    private final Optional<PolicyObject> usable;
    private final List<NodePoolReference> pools;

    private ReadVersion(
            ObjectNode version, PolicyReference reference, Problems problems, Optional<PolicyObject> object) {
        this.reference = reference;
        this.generation = version.path("metadata").path("generation").asLong();
        this.spec = version.path("spec");
        this.problems = problems.sorted();
        this.usable = problems.hasErrors() ? Optional.empty() : object;
        this.pools = object.map(NodePoolReferences::of).orElse(List.of());
    }

    /**
     * Reads a version.
     *
     * @param version an object that may be anything
     * @param reference how problems name it
     */
    static ReadVersion of(ObjectNode version, PolicyReference reference, DocumentOrigin origin) {
        Problems problems = new Problems();
        SourceDocument document = SourceDocument.ofObject(reference.toString(), origin, version, problems);
        return new ReadVersion(version, reference, problems, read(document, problems));
    }

    // One object that brings a mistake of ours to light must not keep all others from being read.
    private static Optional<PolicyObject> read(SourceDocument document, Problems problems) {
        try {
            Optional<ReadObject> read = PolicyReader.read(document);
            if (read.isEmpty() && !problems.hasErrors()) {
                document.error("apiVersion", "is of another group, expected " + PolicyObject.API_VERSION);
            }
            read.ifPresent(PolicyChecks::check);
            return read.map(ReadObject::object);
        } catch (RuntimeException | StackOverflowError mistake) {
            document.error("", "cannot be read because of a mistake in Spark Usher: " + mistake);
            return Optional.empty();
        }
    }

    /** As the API server counts it; 0 where it did not. */
    long generation() {
        return generation;
    }

    /** As it is stored. */
    JsonNode spec() {
        return spec;
    }

    /** What is wrong with it by itself. */
    List<Problem> problems() {
        return problems;
    }

    /** What was read; empty where something is wrong with it by itself. */
    Optional<PolicyObject> usable() {
        return usable;
    }

    /** Where it names node pools, whether they exist or not. */
    List<NodePoolReference> pools() {
        return pools;
    }

    /** Whether it can be used, given the names of the node pools that there are. */
    boolean isUsableWith(Set<String> existing) {
        return usable.isPresent() && pools.stream().allMatch(reference -> existing.contains(reference.pool()));
    }

    /** What is to be said of each place that names a node pool which is not there. */
    List<Problem> missingPools(Set<String> existing, Severity severity) {
        return pools.stream()
                .filter(place -> !existing.contains(place.pool()))
                .map(place -> new Problem(
                        severity, reference.toString(), 0, place.path(), place.missingAmong(new TreeSet<>(existing))))
                .toList();
    }
}
