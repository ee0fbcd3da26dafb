package io.sparkusher.policies.api;

import org.jspecify.annotations.Nullable;

/** Where the executors of one application stand to each other. */
public record Placement(
        @Description("Apart: over Node by pod anti-affinity, over Zone by a topology spread constraint.") @Nullable
        Rule spread,

        @Description("Together, by pod affinity.") @Nullable Rule together) {
    /** One rule. */
    public record Rule(
            @Required @Description("What counts as one place: Node or Zone.")
            Over over,

            @Description("Preferred (the default) or Required.")
            Strength strength) {
        public Rule {
            strength = strength == null ? Strength.Preferred : strength;
        }
    }

    /** What counts as one place. */
    public enum Over {
        Node("kubernetes.io/hostname"),
        Zone("topology.kubernetes.io/zone");

        private final String topologyKey;

        Over(String topologyKey) {
            this.topologyKey = topologyKey;
        }

        /** The well-known node label that tells places apart. */
        public String topologyKey() {
            return topologyKey;
        }
    }

    /** Whether the scheduler may do otherwise. */
    public enum Strength {
        Preferred("ScheduleAnyway"),
        Required("DoNotSchedule");

        private final String whenUnsatisfiable;

        Strength(String whenUnsatisfiable) {
            this.whenUnsatisfiable = whenUnsatisfiable;
        }

        /** How a topology spread constraint says it. */
        public String whenUnsatisfiable() {
            return whenUnsatisfiable;
        }
    }
}
