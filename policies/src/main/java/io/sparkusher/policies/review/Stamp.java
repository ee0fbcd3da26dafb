package io.sparkusher.policies.review;

import com.fasterxml.jackson.databind.node.TextNode;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.patch.Place;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * The annotation that names the policies whose word holds on the pod. Only we write it: one that was submitted is
 * overwritten or removed, and never believed.
 */
final class Stamp {
    static final String ANNOTATION = "spark-usher.io/applied";

    private Stamp() {}

    static String of(Collection<PolicyReference> applied) {
        return applied.stream().map(PolicyReference::stamp).collect(Collectors.joining(","));
    }

    /** Where it stands on the pod. */
    static Place of(Place pod) {
        return pod.member("metadata").member("annotations").member(ANNOTATION);
    }

    /** Puts it where a policy applied; where none did, only one that says so stays. */
    static void put(Place pod, Collection<PolicyReference> applied) {
        Place stamp = of(pod);
        if (!applied.isEmpty()) {
            TextNode wanted = TextNode.valueOf(of(applied));
            if (!stamp.value().equals(wanted)) {
                stamp.set(wanted);
            }
        } else if (stamp.exists() && !stamp.value().asText().equals(of(applied))) {
            stamp.remove();
        }
    }
}
