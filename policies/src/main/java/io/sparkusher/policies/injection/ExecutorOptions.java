package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sparkusher.policies.patch.Place;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The options that the entry point of Spark's image gives to an executor's JVM: each in a numbered variable. */
record ExecutorOptions(Place environment, String path) implements JvmOptions {
    /** Constants.ENV_JAVA_OPT_PREFIX. */
    private static final String PREFIX = "SPARK_JAVA_OPT_";

    static ExecutorOptions of(PodContext pod) {
        return new ExecutorOptions(pod.sparkContainer().member("env"), pod.sparkContainerPath() + ".env");
    }

    @Override
    public List<String> options() {
        return environment
                .value()
                .valueStream()
                .filter(variable -> name(variable).startsWith(PREFIX))
                .map(variable -> variable.path("value").asText())
                .toList();
    }

    /** Takes the lowest number that is free. */
    @Override
    public void append(String option) {
        Set<String> taken =
                environment.value().valueStream().map(ExecutorOptions::name).collect(Collectors.toSet());
        String free = IntStream.iterate(0, number -> number + 1)
                .mapToObj(number -> PREFIX + number)
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
        environment.append(
                JsonNodeFactory.instance.objectNode().put("name", free).put("value", option));
    }

    @Override
    public String fieldOf(String option) {
        return environment
                .value()
                .valueStream()
                .filter(variable -> variable.path("value").asText().equals(option))
                .map(variable -> path + "[" + name(variable) + "]")
                .findFirst()
                .orElse(path);
    }

    private static String name(JsonNode variable) {
        return variable.path("name").asText();
    }
}
