package io.sparkusher.policies.compile;

import java.util.Comparator;

/** The order of policies: which of two counts where both say something. */
public final class Strength {
    /** By rung, then the higher precedence, then the name. */
    public static final Comparator<CompiledPolicy> STRONGEST_FIRST = Comparator.comparing(CompiledPolicy::rung)
            .thenComparing(CompiledPolicy::precedence, Comparator.reverseOrder())
            .thenComparing(policy -> policy.reference().name());

    private Strength() {}
}
