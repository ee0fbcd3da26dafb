package io.sparkusher.webhook.testing;

import io.sparkusher.policies.LoadResult;
import io.sparkusher.policies.LoadResult.Loaded;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.source.PolicySources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Policies for namespace {@code team-a} that are easy to tell from each other. */
public final class Policies {
    private Policies() {}

    /** One that puts a value into two labels of every executor. */
    public static String labelling(String value) {
        return """
                apiVersion: spark-usher.io/v1alpha1
                kind: SparkPodPolicy
                metadata: {name: labels, namespace: team-a}
                spec:
                  executor:
                    labels: {first: "%s", second: "%s"}
                """.formatted(value, value);
    }

    /** One that nobody can use. */
    public static String broken() {
        return labelling("x").replace("executor:", "exekutor:");
    }

    public static Loaded load(String yaml) throws IOException {
        Path file = Files.createTempFile("policies", ".yaml");
        try {
            Files.writeString(file, yaml);
            LoadResult result = PolicySet.load(new PolicySources(List.of(file), List.of()));
            if (result instanceof Loaded loaded) {
                return loaded;
            }
            throw new AssertionError(result);
        } finally {
            Files.delete(file);
        }
    }
}
