package io.sparkusher.e2e.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.fge.jsonpatch.JsonPatch;
import com.github.fge.jsonpatch.JsonPatchException;
import java.io.IOException;

/** Asks a replica about the creation of a pod, as the API server would. */
record Review(ReplicaConnection replica, String namespace) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What becomes of the pod: the same, where nothing changes or the pod is denied. */
    JsonNode of(JsonNode pod) throws IOException {
        JsonNode response =
                JSON.readTree(replica.post("/mutate?timeout=10s", request(pod))).path("response");
        if (!response.has("patch")) {
            return pod;
        }
        try {
            return JsonPatch.fromJson(JSON.readTree(response.path("patch").binaryValue()))
                    .apply(pod);
        } catch (JsonPatchException exception) {
            throw new AssertionError("The patch does not apply: " + response, exception);
        }
    }

    private String request(JsonNode pod) {
        ObjectNode review = JSON.createObjectNode();
        review.put("apiVersion", "admission.k8s.io/v1").put("kind", "AdmissionReview");
        ObjectNode request = review.putObject("request");
        request.put("uid", "705ab4f5-6393-11e8-b7cc-42010a800002");
        kind(request.putObject("kind")).put("kind", "Pod");
        kind(request.putObject("resource")).put("resource", "pods");
        request.put("operation", "CREATE").put("namespace", namespace);
        request.putObject("userInfo").put("username", "spark-usher-e2e");
        request.set("object", pod);
        return review.toString();
    }

    private static ObjectNode kind(ObjectNode kind) {
        return kind.put("group", "").put("version", "v1");
    }
}
