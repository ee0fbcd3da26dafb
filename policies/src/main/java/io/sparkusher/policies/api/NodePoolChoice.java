package io.sparkusher.policies.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which node pools a pod may run on. */
public record NodePoolChoice(
        @Required @Description("Which of the fields below is meant: Single, Fallback or Mix.")
        Type type,

        @Description("With type Single: one pool for all.") @Nullable
        Single single,

        @Description("With type Fallback: several pools, of which an earlier one is better.") @Nullable
        Fallback fallback,

        @Description("With type Mix, for executors: a share of the arrivals for each pool.") @Nullable
        Mix mix) {
    /** The kinds of choice. */
    public enum Type {
        @Description("Every pod on one pool.")
        Single,
        @Description("Every pod on one of several pools, on an earlier one if there is room.")
        Fallback,
        @Description("Executors on several pools, by their number.")
        Mix
    }

    /** One pool. */
    public record Single(
            @Required @Description("The SparkNodePool's name.")
            String pool) {}

    /** Several pools, the best first. */
    public record Fallback(
            @Required @Description("The SparkNodePools' names, the best first.")
            List<String> pools) {
        public Fallback {
            pools = pools == null ? List.of() : List.copyOf(pools);
        }
    }

    /** Several pools by shares. */
    public record Mix(
            @Description("The executors with the lowest numbers, which do not count for the shares.") @Nullable
            FirstExecutors firstExecutors,

            @Required @Description("What the other arrivals are divided into.")
            List<Share> shares) {
        public Mix {
            shares = shares == null ? List.of() : List.copyOf(shares);
        }
    }

    /** The first executors of an application. */
    public record FirstExecutors(
            @Required @Description("The SparkNodePool's name.")
            String pool,

            @Required @Description("How many, from 1.") int count) {}

    /** A pool's share of the arrivals. */
    public record Share(
            @Required @Description("The SparkNodePool's name.")
            String pool,

            @Required @Description("Its share relative to the other weights, 1 to 100.")
            int weight) {}
}
