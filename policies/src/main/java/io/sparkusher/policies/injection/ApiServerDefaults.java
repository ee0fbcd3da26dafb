package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fields of a pod's specification that arrive filled in by the API server, and with what: such a value says nothing
 * about what the pod's author wants. From the reviews that an API server of Kubernetes 1.36 sends.
 */
public final class ApiServerDefaults {
    private static final Map<String, JsonNode> VALUES = new TreeMap<>(Map.of(
            "schedulerName", TextNode.valueOf("default-scheduler"),
            "dnsPolicy", TextNode.valueOf("ClusterFirst"),
            "terminationGracePeriodSeconds", IntNode.valueOf(30),
            "enableServiceLinks", BooleanNode.TRUE,
            "priority", IntNode.valueOf(0),
            "securityContext", JsonNodeFactory.instance.objectNode(),
            "serviceAccountName", TextNode.valueOf("default")));

    private ApiServerDefaults() {}

    /** The values by field. */
    public static Map<String, JsonNode> table() {
        return Collections.unmodifiableMap(VALUES);
    }

    /** Whether the value is what the API server fills in. */
    static boolean counts(String member, JsonNode value) {
        return value.equals(VALUES.get(member));
    }
}
