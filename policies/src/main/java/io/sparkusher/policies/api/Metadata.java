package io.sparkusher.policies.api;

import java.util.OptionalLong;

/**
 * What is used of an object's {@code metadata}.
 *
 * @param name never empty
 * @param namespace empty for a cluster-scoped object
 * @param generation as the API server counts it, empty where none did
 */
public record Metadata(String name, String namespace, OptionalLong generation) {}
