package io.sparkusher.e2e.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;

/** A pod as Spark submitted it: a recorded review's, without what the API server had filled in before it asked. */
final class SubmittedPod {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final Set<String> OF_THE_SUBMITTER = Set.of("name", "labels", "annotations", "ownerReferences");
    private static final Set<String> OF_THE_SERVER =
            Set.of("serviceAccount", "priority", "preemptionPolicy", "tolerations", "enableServiceLinks");
    private static final Set<String> OF_THE_RECORDING = Set.of("case", "rec");
    private static final String TOKEN_VOLUME = "kube-api-access-";

    private SubmittedPod() {}

    static ObjectNode in(Path review) throws IOException {
        ObjectNode pod = (ObjectNode) JSON.readTree(review.toFile()).at("/request/object");
        pod.remove("status");
        pod.withObject("/metadata").retain(OF_THE_SUBMITTER);
        pod.withObject("/metadata/labels").remove(OF_THE_RECORDING);
        pod.withObject("/spec").remove(OF_THE_SERVER);
        removeToken(pod.at("/spec/volumes"));
        removeToken(pod.at("/spec/containers/0/volumeMounts"));
        return pod;
    }

    private static void removeToken(JsonNode volumes) {
        for (Iterator<JsonNode> each = volumes.iterator(); each.hasNext(); ) {
            if (each.next().path("name").asText().startsWith(TOKEN_VOLUME)) {
                each.remove();
            }
        }
    }
}
