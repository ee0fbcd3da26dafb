package io.sparkusher.policies.compile;

import io.sparkusher.policies.api.Band;
import java.util.Comparator;

/** The order of policies: which of two counts where both say something. */
public final class Strength {
    /** Required before Default, then the higher precedence, then the name. */
    public static final Comparator<CompiledPolicy> STRONGEST_FIRST = Comparator.comparing(
                    (CompiledPolicy policy) -> policy.band() == Band.Required ? 0 : 1)
            .thenComparing(CompiledPolicy::precedence, Comparator.reverseOrder())
            .thenComparing(policy -> policy.reference().name());

    private Strength() {}
}
