package io.sparkusher.e2e.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.e2e.UsherServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.UUID;

/** Asks Spark Usher about pods as the API server does, but by itself. */
record Reviewer(UsherServer usher) {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** The answer as JSON, to a pod that is about to be created in its namespace. */
    String answer(JsonNode pod) throws IOException, InterruptedException, GeneralSecurityException {
        HttpResponse<String> response = usher.post("/mutate", review(pod).toString());
        assertEquals(200, response.statusCode(), response::body);
        return response.body();
    }

    Injection injection(JsonNode pod) throws IOException, InterruptedException, GeneralSecurityException {
        JsonNode response = JSON.readTree(answer(pod)).path("response");
        return new Injection(JSON.readTree(response.path("patch").binaryValue()));
    }

    private static ObjectNode review(JsonNode pod) {
        ObjectNode review = JSON.createObjectNode();
        review.put("apiVersion", "admission.k8s.io/v1").put("kind", "AdmissionReview");
        ObjectNode request = review.putObject("request");
        request.put("uid", UUID.randomUUID().toString()).put("operation", "CREATE");
        request.putPOJO("kind", Map.of("group", "", "version", "v1", "kind", "Pod"));
        request.putPOJO("resource", Map.of("group", "", "version", "v1", "resource", "pods"));
        request.set("namespace", pod.at("/metadata/namespace"));
        request.set("name", pod.at("/metadata/name"));
        request.set("object", pod);
        return review;
    }
}
