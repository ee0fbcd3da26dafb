package io.sparkusher.policies.source;

import java.util.Map;

/**
 * A namespace as it was read.
 *
 * @param labels by which cluster policies select it
 * @param document where it stands, to report what is wrong with it
 */
public record ReadNamespace(String name, Map<String, String> labels, SourceDocument document) {}
