package io.sparkusher.webhook.replicas;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * One thing that a replica tells the others.
 *
 * @param key of the annotation on its Lease
 * @param value asked before each renewal, from a thread of its own; empty where there is nothing to tell
 */
public record ReplicaAnnotation(String key, Supplier<Optional<String>> value) {}
