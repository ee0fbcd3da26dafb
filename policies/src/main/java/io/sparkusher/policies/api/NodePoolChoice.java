package io.sparkusher.policies.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which node pools a pod may run on. */
public record NodePoolChoice(
        @Required @Description("Which of the fields below is meant: Single or Mix.")
        Type type,

        @Description("With type Single: one pool for all.") @Nullable
        Single single,

        @Description("With type Mix, for executors: a share of the arrivals for each pool.") @Nullable
        Mix mix) {
    /** The kinds of choice. */
    public enum Type {
        @Description("Every pod on one pool.")
        Single,
        @Description("Executors on several pools, by their number.")
        Mix
    }

    /** One pool. */
    public record Single(
            @Required @Description("The SparkNodePool's name.")
            String pool) {}

    /** Several pools. */
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
