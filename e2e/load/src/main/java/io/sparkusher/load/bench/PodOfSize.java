package io.sparkusher.load.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Executors as large as one wants them: what makes a pod one, and then variables and annotations. */
final class PodOfSize {
    private static final String VALUE = "a value of the length that paths and class names have in real pods";

    private final ObjectNode executor;

    PodOfSize(ObjectNode executor) {
        this.executor = executor;
    }

    /** At least so large, and larger by less than one variable and one annotation. */
    ObjectNode of(int bytes) {
        ObjectNode pod = bare();
        ObjectNode annotations = ((ObjectNode) pod.get("metadata")).putObject("annotations");
        ObjectNode container = (ObjectNode) pod.get("spec").get("containers").get(0);
        var variables = container.putArray("env");
        int size = Reviews.bytes(pod).length;
        for (int number = 0; size < bytes; number++) {
            ObjectNode variable = variables.addObject().put("name", "VARIABLE_" + number);
            variable.put("value", VALUE);
            annotations.put("example.com/annotation-" + number, VALUE);
            size += added(number, variable);
        }
        return pod;
    }

    // Two commas, but for the first of each; an annotation is a member alone, and its braces are not there.
    private static int added(int number, ObjectNode variable) {
        ObjectNode annotation = JsonNodeFactory.instance.objectNode();
        annotation.put("example.com/annotation-" + number, VALUE);
        int commas = number == 0 ? 0 : 2;
        return Reviews.bytes(variable).length + Reviews.bytes(annotation).length - 2 + commas;
    }

    private ObjectNode bare() {
        ObjectNode pod = executor.deepCopy();
        pod.retain(List.of("kind", "apiVersion", "metadata", "spec"));
        ((ObjectNode) pod.get("metadata")).retain("name", "namespace", "labels");
        ((ObjectNode) pod.get("spec")).retain("containers");
        ((ObjectNode) pod.get("spec").get("containers").get(0)).retain("name", "image");
        return pod;
    }
}
