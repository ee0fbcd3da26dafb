package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.api.Rung;
import io.sparkusher.policies.decision.Reason;
import io.sparkusher.policies.decision.ReasonCode;
import io.sparkusher.policies.injection.Claims.Claim;
import io.sparkusher.policies.kubernetes.Quantities;
import io.sparkusher.policies.patch.ApiServerAdditions;
import io.sparkusher.policies.patch.Coverage;
import io.sparkusher.policies.patch.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * One policy while it is applied to one pod: decides, field by field, whether the policy's value meets nothing, its
 * like, or something stronger, and keeps account of it.
 */
public final class PolicyApplication {
    private final PodContext pod;
    private final PolicyReference policy;
    private final Rung rung;
    private final BiConsumer<String, Object> wishes;
    private final Set<String> set = new LinkedHashSet<>();
    private final Set<String> found = new LinkedHashSet<>();
    private final List<Reason> overruled = new ArrayList<>();
    private final Set<Reason> advice = new LinkedHashSet<>();

    /** An application that has not begun. */
    public PolicyApplication(PodContext pod, PolicyReference policy, Rung rung) {
        this(pod, policy, rung, (field, wish) -> {});
    }

    /**
     * Likewise, with somebody who wants to know what the policy asks for.
     *
     * @param wishes hears, of each field that the policy speaks of, what it wants; values are equal where they mean the
     *     same. Of a field that is spoken of twice the first value counts
     */
    public PolicyApplication(PodContext pod, PolicyReference policy, Rung rung, BiConsumer<String, Object> wishes) {
        this.pod = pod;
        this.policy = policy;
        this.rung = rung;
        this.wishes = wishes;
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

    /** A reason for each field that says something else, and for what has nothing to do on this pod. */
    public List<Reason> overruled() {
        return overruled;
    }

    /** What whoever creates the pod should know beside. */
    public Set<Reason> advice() {
        return advice;
    }

    void advise(ReasonCode code, String sentence) {
        advice.add(Reason.of(policy, code, sentence));
    }

    /** Whether what the policy wants of the field is what the pod says. */
    boolean holds(String described) {
        return set.contains(described) || found.contains(described);
    }

    /** Whether the policy turned out to ask for nothing. */
    public boolean isIdle() {
        return set.isEmpty() && found.isEmpty() && overruled.isEmpty();
    }

    boolean isRequired() {
        return rung.isRequired();
    }

    /**
     * Settles a single value.
     *
     * @param field how reasons name it
     * @param unset whether what stands there does not count, because the API server filled it in
     * @return whether the pod now says what is wanted
     */
    boolean value(String field, Place place, JsonNode value, boolean unset) {
        return settle(field, place.value(), value, unset || !place.exists(), () -> place.set(value));
    }

    /** Settles a value of which the API server knows no default. */
    boolean value(String field, Place place, JsonNode value) {
        return value(field, place, value, false);
    }

    /** Settles an amount, which the API server may have written in another way. */
    boolean quantity(String field, Place place, JsonNode value) {
        boolean holds = Quantities.equal(place.value(), value);
        Object amount = Quantities.amount(value)
                .<Object>map(BigDecimal::stripTrailingZeros)
                .orElse(value);
        return settle(field, field, amount, holds, !place.exists(), () -> place.set(value));
    }

    /** Reports that a field is the pod's business, whatever the policy's band. */
    void leaveToPod(String field) {
        overruled.add(Reason.of(policy, ReasonCode.PodWins, "The pod itself says " + field));
    }

    /** Settles each member of an object by itself; what stands beside them stays. */
    void members(String field, Place object, ObjectNode values) {
        for (Map.Entry<String, JsonNode> member : values.properties()) {
            value(field + "." + member.getKey(), object.member(member.getKey()), member.getValue());
        }
    }

    /** Settles an element of a list whose elements are told apart by a key. */
    boolean element(String field, Place list, ListKey key, ObjectNode value) {
        return element(field, list, key.indexOf(value, list.value()), value);
    }

    /** Settles an element of a list, which is the one of that index, or new where the index is negative. */
    boolean element(String field, Place list, int index, ObjectNode value) {
        return index < 0
                ? settle(field, MissingNode.getInstance(), value, true, () -> list.append(value))
                : value(field, list.element(index), value);
    }

    /**
     * Settles anything.
     *
     * @param present what stands there, a missing node for nothing
     * @param free whether the policy may write whatever its band
     * @param write writes what is wanted
     * @return whether the pod now says what is wanted
     */
    boolean settle(String field, JsonNode present, JsonNode value, boolean free, Runnable write) {
        return settle(field, field, value, says(present, value), free, write);
    }

    /**
     * As above, for what is more than one value, or one field to policies whatever it is set to.
     *
     * @param described what the policy makes of the field
     * @param value equal to another policy's where both mean the same
     * @param holds whether the pod says what is wanted
     */
    boolean settle(String field, String described, Object value, boolean holds, boolean free, Runnable write) {
        wishes.accept(field, value);
        Optional<Claim> claim = pod.claims().on(field);
        if (isGranted(field, value).orElse(holds)) {
            pod.claims().make(field, new Claim(policy, rung, Optional.of(value)));
            if (!set.contains(described)) {
                found.add(described);
            }
            return true;
        }
        if (claim.isPresent()) {
            yieldTo(claim.get(), field);
            return false;
        }
        if (!free && !isRequired()) {
            leaveToPod(field);
            return false;
        }
        pod.claims().make(field, new Claim(policy, rung, Optional.of(value)));
        write.run();
        set.add(described);
        return true;
    }

    /** Reports what the pod has no room for. */
    void keepOut(String sentence) {
        overruled.add(Reason.of(policy, ReasonCode.PodWins, sentence));
    }

    /** Reports what has nothing to do on this pod. */
    void passOver(String sentence) {
        overruled.add(Reason.of(policy, ReasonCode.NothingToDo, sentence));
    }

    /** Keeps weaker policies from a field to which this one added something. */
    void claim(String field) {
        pod.claims().make(field, new Claim(policy, rung, Optional.empty()));
    }

    /** The claim on a field, which may be this policy's own. */
    Optional<Claim> claimOn(String field) {
        return pod.claims().on(field);
    }

    /**
     * Whether the pod says what is wanted. It may say more; where the policy wins, only what the API server adds, as more
     * could turn what is wanted into something else.
     */
    boolean says(JsonNode present, JsonNode value) {
        return Coverage.covers(present, value)
                && (!isRequired() || ApiServerAdditions.areAllThatIsMore(present, value));
    }

    /** Whether another policy's word comes to what is wanted; empty without one, and where only the pod can tell. */
    private Optional<Boolean> isGranted(String field, Object value) {
        return strongerClaim(field).flatMap(Claim::value).map(said -> comesTo(said, value));
    }

    private boolean comesTo(Object said, Object value) {
        if (said instanceof JsonNode json && value instanceof JsonNode wantedJson) {
            return says(json, wantedJson);
        }
        return said.equals(value);
    }

    /** Whether a field is nobody's yet; otherwise the policy yields to whose it is. */
    boolean mayClaim(String field) {
        Optional<Claim> claim = pod.claims().on(field);
        claim.ifPresent(stronger -> yieldTo(stronger, field));
        return claim.isEmpty();
    }

    /** The claim of another policy, which is stronger as it came before. */
    Optional<Claim> strongerClaim(String field) {
        return pod.claims().on(field).filter(this::isOfAnother);
    }

    /** Whether a claim is another policy's. */
    boolean isOfAnother(Claim claim) {
        return !claim.policy().equals(policy);
    }

    /** Reports that a field is another policy's; of the policy's own sections the stronger one came first, too. */
    void yieldTo(Claim claim, String field) {
        if (!isOfAnother(claim)) {
            return;
        }
        if (claim.rung() == rung && isRequired()) {
            String sentence = "Differs from " + claim.policy() + ", as Required and of the same rung, in " + field
                    + ", and comes after it: let one of them say it";
            overruled.add(Reason.conflicted(policy, claim.policy(), sentence));
        } else {
            overruled.add(Reason.of(policy, ReasonCode.StrongerPolicyWins, claim.policy() + " says " + field));
        }
    }
}
