package io.sparkusher.policies.compile;

import io.sparkusher.policies.api.Band;
import io.sparkusher.policies.api.OnError;
import io.sparkusher.policies.pod.Role;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of pods that would not be valid with a policy.
 *
 * @param chosen what the policy says; absent where it leaves it to the rule
 */
public record OnErrorChoice(Band band, @Nullable OnError chosen) {
    /**
     * For a pod of the role. Left to the rule, a Required policy denies a driver and no executor: Spark asks for a
     * refused executor again and again, with no more than a warning in the driver's log.
     */
    public OnError of(Role role) {
        if (chosen != null) {
            return chosen;
        }
        return band == Band.Required && role == Role.Driver ? OnError.Deny : OnError.Skip;
    }

    /** Whether a driver is denied because its executors would not be valid: where they could not go without. */
    public boolean deniesDriverForItsExecutors() {
        return chosen == null ? band == Band.Required : chosen == OnError.Deny;
    }
}
