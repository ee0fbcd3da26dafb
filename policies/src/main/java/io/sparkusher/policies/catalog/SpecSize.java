package io.sparkusher.policies.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How large an object's spec is, as JSON.
 *
 * @param characters without spaces between its parts
 */
public record SpecSize(long characters) {
    /**
     * The largest that is read, as many characters as 256 KiB has bytes. The API server would store several times as
     * much, and every replica holds all of them in memory.
     */
    public static final long MAXIMUM = 256 * 1024;

    /** What is said of a larger one, after the field's name. */
    public static final String TOO_LARGE = "larger than 256 KiB: divide it into several, each with a part of it";

    /** That of the object's {@code spec}, which may be anything or missing. */
    public static SpecSize of(ObjectNode object) {
        return new SpecSize(object.path("spec").toString().length());
    }

    public boolean isTooLarge() {
        return characters > MAXIMUM;
    }
}
