package io.sparkusher.policies.crd;

import io.sparkusher.policies.api.LabelSelector.LabelRequirement;
import io.sparkusher.policies.api.Metrics;
import io.sparkusher.policies.api.Metrics.JmxAgent;
import io.sparkusher.policies.api.NodePoolChoice;
import io.sparkusher.policies.api.NodePoolChoice.Fallback;
import io.sparkusher.policies.api.NodeRequirement;
import io.sparkusher.policies.api.Placement;
import io.sparkusher.policies.api.SparkPodPolicySpec;
import io.sparkusher.policies.api.SparkVersionRange;
import java.util.List;
import java.util.Map;

/**
 * What must hold of objects and cannot be said by a schema: so much of the checks as is cheap and looks at one place.
 * The API server knows it also while Spark Usher is away.
 */
final class Rules {
    /** Makes three numbers of each version; what they do not tell apart is left to the checks. */
    private static final String NUMBERS = ".map(version, version.find('^[0-9]{1,9}([.][0-9]{1,9})*').split('.'))"
            + ".map(parts, [int(parts[0]), size(parts) > 1 ? int(parts[1]) : 0, size(parts) > 2 ? int(parts[2]) : 0])";

    private static final Map<Class<?>, List<Rule>> BY_TYPE = Map.of(
            SparkPodPolicySpec.class,
            List.of(Rule.of(
                    "has(self.common) || has(self.driver) || has(self.executor)",
                    "gives pods nothing: add common, driver or executor")),
            NodePoolChoice.class,
            List.of(union("Single", "single"), union("Fallback", "fallback"), union("Mix", "mix")),
            Metrics.class,
            List.of(union("JmxAgent", "jmxAgent")),
            JmxAgent.class,
            List.of(new Rule(
                    "!has(self.port) || !(self.port in [4040, 7078, 7079, 15002])",
                    "is where Spark itself listens: choose another port",
                    ".port")),
            Fallback.class,
            List.of(new Rule(
                    "self.pools.all(pool, self.pools.exists_one(other, other == pool))",
                    "names a pool again: keep one",
                    ".pools")),
            Placement.class,
            List.of(Rule.of(
                    "!has(self.spread) || !has(self.together) || self.spread.over != self.together.over",
                    "wants the same places apart and together: keep one")),
            LabelRequirement.class,
            List.of(compares(), takesNoValues()),
            NodeRequirement.class,
            List.of(compares(), takesNoValues(), comparesNumbers()),
            SparkVersionRange.class,
            List.of(Rule.of(
                    "!has(self.min) || !has(self.below) || [[self.min, self.below]" + NUMBERS + "].all(range, "
                            + "range[0][0] < range[1][0] || (range[0][0] == range[1][0] && ("
                            + "range[0][1] < range[1][1] || (range[0][1] == range[1][1] && ("
                            + "range[0][2] <= range[1][2])))))",
                    "fits no version: min must be lower than below")));

    private static final Rule NO_MIX = new Rule(
            "!has(self.nodePool) || self.nodePool.type != 'Mix'",
            "is of the type Mix, which goes by the executor's number: it belongs under spec.executor",
            ".nodePool");

    private static final Rule NO_PLACEMENT = new Rule(
            "!has(self.placement)",
            "is about the executors of one application: it belongs under spec.executor",
            ".placement");

    private static final Rule NO_PROPERTIES = new Rule(
            "!has(self.sparkConf) || size(self.sparkConf) == 0",
            "is read by the driver, which tells its executors: it belongs under spec.driver",
            ".sparkConf");

    private static final Rule NO_SERVLET = new Rule(
            "!has(self.metrics) || self.metrics.type != 'Servlet'",
            "is of the type Servlet, which only drivers have, for their executors as well: it belongs under spec.driver",
            ".metrics");

    private static final Map<String, List<Rule>> BY_SECTION = Map.of(
            "common", List.of(NO_MIX, NO_PLACEMENT, NO_PROPERTIES),
            "driver", List.of(NO_MIX, NO_PLACEMENT),
            "executor", List.of(NO_PROPERTIES, NO_SERVLET));

    private Rules() {}

    /** What must hold of every object of a type. */
    static List<Rule> of(Class<?> type) {
        return BY_TYPE.getOrDefault(type, List.of());
    }

    /** What must hold of a section of a policy. */
    static List<Rule> ofSection(String name) {
        return BY_SECTION.getOrDefault(name, List.of());
    }

    private static Rule union(String type, String member) {
        return new Rule(
                "(self.type == '" + type + "') == has(self." + member + ")",
                "goes with the type " + type + ", which needs it: add it, remove it, or change the type",
                "." + member);
    }

    private static Rule compares() {
        return new Rule(
                "!(self.operator in ['In', 'NotIn']) || (has(self.values) && size(self.values) > 0)",
                "is empty: In and NotIn need at least one value",
                ".values");
    }

    private static Rule takesNoValues() {
        return new Rule(
                "!(self.operator in ['Exists', 'DoesNotExist']) || !has(self.values) || size(self.values) == 0",
                "is of no use: Exists and DoesNotExist take no values",
                ".values");
    }

    private static Rule comparesNumbers() {
        return new Rule(
                "!(self.operator in ['Gt', 'Lt']) || (has(self.values) && size(self.values) == 1"
                        + " && self.values[0].matches('^-?[0-9]{1,18}$'))",
                "cannot be compared: Gt and Lt need one whole number in quotes",
                ".values");
    }
}
