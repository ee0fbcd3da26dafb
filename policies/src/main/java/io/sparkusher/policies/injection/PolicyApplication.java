package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.Band;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.decision.Reason;
import io.sparkusher.policies.decision.ReasonCode;
import io.sparkusher.policies.patch.Coverage;
import io.sparkusher.policies.patch.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One policy while it is applied to one pod: decides, field by field, whether the policy's value meets nothing, its
 * like, or something stronger, and keeps account of it.
 */
public final class PolicyApplication {
    private final PodContext pod;
    private final PolicyReference policy;
    private final Band band;
    private final Set<String> set = new LinkedHashSet<>();
    private final Set<String> found = new LinkedHashSet<>();
    private final List<Reason> overruled = new ArrayList<>();

    public PolicyApplication(PodContext pod, PolicyReference policy, Band band) {
        this.pod = pod;
        this.policy = policy;
        this.band = band;
    }

    public PodContext pod() {
        return pod;
    }

    /** The fields that were changed to say what the policy wants, in the order in which they were settled. */
    public Set<String> set() {
        return set;
    }

    /** The fields that said what the policy wants already, in the order in which they were settled. */
    public Set<String> found() {
        return found;
    }

    /** A reason for each field that says something else. */
    public List<Reason> overruled() {
        return overruled;
    }

    boolean isRequired() {
        return band == Band.Required;
    }

    /**
     * Settles a single value.
     *
     * @param field how reasons name it
     * @param unset whether what stands there does not count, because the API server filled it in
     * @return whether the pod now says what is wanted
     */
    boolean value(String field, Place place, JsonNode wanted, boolean unset) {
        return settle(field, place.value(), wanted, unset || !place.exists(), () -> place.set(wanted));
    }

    /** Settles a value of which the API server knows no default. */
    boolean value(String field, Place place, JsonNode wanted) {
        return value(field, place, wanted, false);
    }

    /** Settles an element of a list whose elements are told apart by a key. */
    boolean element(String field, Place list, ListKey key, ObjectNode wanted) {
        int index = key.indexOf(wanted, list.value());
        return index < 0
                ? settle(field, MissingNode.getInstance(), wanted, true, () -> list.append(wanted))
                : value(field, list.element(index), wanted);
    }

    /**
     * Settles anything.
     *
     * @param present what stands there, a missing node for nothing
     * @param free whether the policy may write whatever its band
     * @param write writes what is wanted
     * @return whether the pod now says what is wanted
     */
    boolean settle(String field, JsonNode present, JsonNode wanted, boolean free, Runnable write) {
        return settle(field, Coverage.covers(present, wanted), free, write);
    }

    /** As above, for what is more than one value. */
    boolean settle(String field, boolean holds, boolean free, Runnable write) {
        return settle(field, field, holds, free, write);
    }

    /**
     * As above, for what is one field to policies whatever it is set to.
     *
     * @param described what the policy makes of the field
     */
    boolean settle(String field, String described, boolean holds, boolean free, Runnable write) {
        if (holds) {
            pod.claims().claim(field, policy);
            found.add(described);
            return true;
        }
        Optional<PolicyReference> holder = pod.claims().holder(field);
        if (holder.isPresent()) {
            yieldTo(holder.get(), field);
            return false;
        }
        if (!free && !isRequired()) {
            overruled.add(Reason.of(policy, ReasonCode.PodWins, "The pod itself says " + field));
            return false;
        }
        pod.claims().claim(field, policy);
        write.run();
        set.add(described);
        return true;
    }

    /** Whether another policy, which is stronger as it came before, has said the field. */
    boolean isHeldByOther(String field) {
        return pod.claims()
                .holder(field)
                .filter(holder -> !holder.equals(policy))
                .isPresent();
    }

    /** Reports that a field is another policy's; of the policy's own sections the stronger one came first, too. */
    void yieldTo(PolicyReference holder, String field) {
        if (!holder.equals(policy)) {
            overruled.add(Reason.of(policy, ReasonCode.StrongerPolicyWins, holder + " says " + field));
        }
    }
}
