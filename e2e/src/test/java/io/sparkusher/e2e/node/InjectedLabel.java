package io.sparkusher.e2e.node;

import com.fasterxml.jackson.databind.JsonNode;

/** The team's policy, and how to see that a pod was reviewed with it. */
final class InjectedLabel {
    private static final String KEY = "cost-centre";
    private static final String VALUE = "data";

    private InjectedLabel() {}

    static String policy(String namespace) {
        return """
                apiVersion: spark-usher.io/v1alpha1
                kind: SparkPodPolicy
                metadata:
                  name: etl
                  namespace: %s
                spec:
                  common:
                    labels:
                      %s: %s
                    env:
                      - {name: SCRATCH_DIR, value: /scratch}
                """.formatted(namespace, KEY, VALUE);
    }

    static boolean isOn(JsonNode pod) {
        return VALUE.equals(pod.at("/metadata/labels").path(KEY).asText());
    }
}
