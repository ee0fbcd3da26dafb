package io.sparkusher.policies;

import io.sparkusher.policies.source.Problem;
import java.util.List;

/** What came of loading policies. */
public sealed interface LoadResult {
    /**
     * They can be used.
     *
     * @param policies the policies
     * @param warnings what their authors should know all the same
     */
    record Loaded(PolicySet policies, List<Problem> warnings) implements LoadResult {}

    /**
     * They cannot be used.
     *
     * @param problems every error and warning of every file, at least one of them an error
     */
    record Refused(List<Problem> problems) implements LoadResult {}
}
