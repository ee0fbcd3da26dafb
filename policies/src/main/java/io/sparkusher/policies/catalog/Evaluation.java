package io.sparkusher.policies.catalog;

import io.sparkusher.policies.PolicySet;
import java.util.Map;

/**
 * What a cluster's objects come to.
 *
 * @param policies what reviews go by
 * @param verdicts one for each object, by {@link io.sparkusher.policies.api.PolicyReference#path()}
 * @param digest of the kinds, names and generations in force: two replicas with the same digest review by the same
 *     versions of all objects
 */
public record Evaluation(PolicySet policies, Map<String, Verdict> verdicts, String digest) {
    public Evaluation {
        verdicts = Map.copyOf(verdicts);
    }
}
