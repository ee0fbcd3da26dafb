package io.sparkusher.webhook.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/**
 * What came back.
 *
 * @param headers by name in lower case
 */
public record HttpReply(int status, Map<String, String> headers, String body) {
    private static final JsonMapper MAPPER = new JsonMapper();

    public JsonNode json() {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException exception) {
            throw new AssertionError(body, exception);
        }
    }

    public boolean saysClose() {
        return "close".equalsIgnoreCase(headers.get("connection"));
    }
}
