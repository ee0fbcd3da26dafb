package io.sparkusher.policies.pod;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;

/** An executor's number in its application, from 1, which Spark never gives twice. */
public final class ExecutorNumber {
    private static final String LABEL = "spark-exec-id";

    /** What the label says where a StatefulSet makes the executors: its template has one label for all. */
    private static final String NUMBERED_BY_STATEFUL_SET = "EXECID";

    /** The StatefulSet controller's label, which counts from 0. */
    private static final String POD_INDEX_LABEL = "apps.kubernetes.io/pod-index";

    private ExecutorNumber() {}

    /** The number that the labels say, empty where they say none. */
    public static OptionalInt of(JsonNode labels) {
        String number = labels.path(LABEL).asText();
        if (number.equals(NUMBERED_BY_STATEFUL_SET)) {
            OptionalInt podIndex = parse(labels.path(POD_INDEX_LABEL).asText());
            return podIndex.isPresent() ? OptionalInt.of(podIndex.getAsInt() + 1) : podIndex;
        }
        return parse(number);
    }

    private static OptionalInt parse(String number) {
        return number.matches("[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(number)) : OptionalInt.empty();
    }
}
