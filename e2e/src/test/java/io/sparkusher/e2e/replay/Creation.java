package io.sparkusher.e2e.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What became of one request to create a pod. */
sealed interface Creation {
    /**
     * The API server took it.
     *
     * @param json the pod as it stores it
     */
    record Created(String json) implements Creation {
        ObjectNode pod() {
            return Json.object(json);
        }

        String uid() {
            return pod().at("/metadata/uid").asText();
        }
    }

    /**
     * It did not.
     *
     * @param why in its words, or in those of whoever could not reach it
     */
    record Refused(String why) implements Creation {}

    /** The stored pod, which must be. */
    default Created require() {
        if (this instanceof Created created) {
            return created;
        }
        throw new AssertionError("Not created: " + this);
    }
}
