package io.sparkusher.policies.patch;

import com.fasterxml.jackson.databind.JsonNode;
import io.sparkusher.policies.api.PolicyReference;
import java.util.Optional;

/** One operation of a JSON Patch (RFC 6902). */
public sealed interface PatchOperation {
    /** A JSON Pointer (RFC 6901). */
    String path();

    /** The policy on whose behalf it is done; empty for what Spark Usher does of its own accord, such as the stamp. */
    Optional<PolicyReference> author();

    /**
     * Adds a member, or an element before the index that ends the path, or at the end for {@code -}.
     *
     * @param value never changed by anybody after this
     */
    record Add(String path, JsonNode value, Optional<PolicyReference> author) implements PatchOperation {}

    /**
     * Puts a value in the place of one that exists.
     *
     * @param value never changed by anybody after this
     */
    record Replace(String path, JsonNode value, Optional<PolicyReference> author) implements PatchOperation {}

    /** Takes away a member or an element that exists. */
    record Remove(String path, Optional<PolicyReference> author) implements PatchOperation {}
}
