package io.sparkusher.policies.reference;

import io.sparkusher.policies.api.ClusterSparkPodPolicySpec;
import io.sparkusher.policies.api.Description;
import io.sparkusher.policies.api.SparkNodePoolSpec;
import io.sparkusher.policies.decision.ReasonCode;
import io.sparkusher.policies.golden.Golden;
import io.sparkusher.policies.injection.ApiServerDefaults;
import io.sparkusher.policies.variables.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation that is made of the types and of the golden cases: it fails where it is stale. */
class ReferenceTest {
    private static final Path DOCS = Path.of("../docs");

    @Test
    void theReferenceSaysWhatTheTypesSay() {
        String tables = new Reference(new UsedFields()).of(ClusterSparkPodPolicySpec.class, SparkNodePoolSpec.class);
        Golden.assertSame(
                DOCS.resolve("policy-reference.md"), INTRODUCTION + tables + variables() + defaults() + codes());
    }

    @Test
    void theListOfCasesIsWhole() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/cases"))) {
            String rows = folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .map(name ->
                            "- [" + name.replace('-', ' ') + "](../policies/src/test/resources/cases/" + name + ")\n")
                    .collect(Collectors.joining());
            Golden.assertSame(DOCS.resolve("policy-cases.md"), CASES + rows);
        }
    }

    private static String variables() {
        String rows = Arrays.stream(Variable.values())
                .map(variable -> "| `${usher:" + variable.pattern() + "}` | " + description(variable) + " |\n")
                .collect(Collectors.joining());
        return "\n## Variables\n\nString values of what pods are given may use them; keys and node pools may not.\n\n"
                + "| Variable | Value |\n|---|---|\n" + rows;
    }

    private static String defaults() {
        String rows = ApiServerDefaults.table().entrySet().stream()
                .map(row -> "| `" + row.getKey() + "` | `" + row.getValue() + "` |\n")
                .collect(Collectors.joining());
        return "\n## What the API server fills in\n\nWith these values a pod says nothing of its own, so a Default"
                + " policy may set them. An executor's service account is its driver's and counts as unset, too.\n\n"
                + "| Field of the pod's spec | Counts as unset |\n|---|---|\n" + rows;
    }

    private static String codes() {
        String rows = Arrays.stream(ReasonCode.values())
                .map(code -> "| `" + code + "` | " + description(code) + " |\n")
                .collect(Collectors.joining());
        return "\n## Reasons\n\nEvery review says for every policy what became of it.\n\n| Code | When |\n|---|---|\n"
                + rows;
    }

    private static String description(Enum<?> constant) {
        try {
            return constant.getDeclaringClass()
                    .getField(constant.name())
                    .getAnnotation(Description.class)
                    .value();
        } catch (NoSuchFieldException exception) {
            throw new AssertionError(exception);
        }
    }

    private static final String INTRODUCTION = """
            # Policy reference

            Made from the types by the tests; do not edit it. `./mvnw verify -Dgolden.update=true` writes it anew.

            Three kinds, all of `apiVersion: spark-usher.io/v1alpha1`:

            - `SparkPodPolicy`, in a namespace: everything under [ClusterSparkPodPolicySpec](#clustersparkpodpolicyspec) but
              `namespaceSelector`.
            - `ClusterSparkPodPolicy`: the same for the namespaces that it selects.
            - `SparkNodePool`, of the cluster: [SparkNodePoolSpec](#sparknodepoolspec).

            ## Who wins

            From the strongest to the weakest: cluster policies that are `Required`, the namespace's that are `Required`, the pod
            as it was submitted, the namespace's that are `Default`, cluster policies that are `Default`. Within one rung the higher
            `precedence` is stronger, then the first name. Within one policy a role's own section is stronger than `common`.

            Maps are merged by key and lists by the key that Kubernetes itself uses; of single values the strongest counts.
            Required policies of one rung that say different things of one field are a `PotentialConflict`, which is told when they
            are read; a pod that meets both gets what the order picks, and the other one the reason `Conflicted`.

            A `Required` policy that would yield a pod that cannot run denies a driver, also where it is the driver's executors that
            could not run; everything else is skipped with a warning. `onError` says otherwise.

            A mix of node pools divides *arrivals*, in one order that goes round and round: at 80 to 20 that is spot, spot, on-demand,
            spot, spot. Spark never gives an executor's number twice, and what a pool loses comes back by the same shares. So the share
            of executors that live on a pool that loses nodes is lower than its share of arrivals. Of 40 executors at 80 to 20, 80 per
            cent live on spot. Take away all spot nodes at once, and 65 per cent do once the lost ones have come back; 50 after a second
            time, and 40 after a third, though of all arrivals four in five were on spot.

            A node pool that policies name is not deleted: the API server says which, `deletecollection` included. First name another
            pool there or delete what names it; to remove all, delete policies before their pools, by a command of its own. Where nobody answers the webhook, or
            Spark Usher's own namespace or the CustomResourceDefinition is deleted, pools go all the same. Of a pool that went, policies
            that name it report `NodePoolMissing`; they stay in force as they were, but only in processes that saw the pool.
            """;

    private static final String CASES = """
            # What policies do, case by case

            Made from the golden cases by the tests; do not edit it. Each folder holds policies and a pod that goes in, the pod that
            comes out, and the reasons.

            """;
}
