package io.sparkusher.policies.check;

import java.util.Set;

/**
 * A place at which a policy names a node pool.
 *
 * @param path of the field that holds the name
 */
public record NodePoolReference(String path, String pool) {
    /**
     * What is wrong where there is no such pool.
     *
     * @param pools the names of those that there are, in the order in which they are told
     */
    public String missingAmong(Set<String> pools) {
        String known = pools.isEmpty() ? "none is defined" : "there are " + String.join(", ", pools);
        return "is " + pool + ", but no SparkNodePool has that name; " + known;
    }
}
