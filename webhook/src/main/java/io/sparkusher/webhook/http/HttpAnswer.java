package io.sparkusher.webhook.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sparkusher.webhook.refusal.Refusal;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * What a client gets to read.
 *
 * @param headers besides those of the content
 */
record HttpAnswer(int status, String contentType, Buffer body, Map<String, String> headers) {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final String JSON = "application/json";

    static HttpAnswer json(byte[] body) {
        return new HttpAnswer(200, JSON, Buffer.buffer(body), Map.of());
    }

    static HttpAnswer text(int status, String contentType, String text) {
        return new HttpAnswer(status, contentType, Buffer.buffer(text), Map.of());
    }

    /** One sentence. What a client must know to do better is among the headers. */
    static HttpAnswer of(Refusal refusal) {
        HttpAnswer answer = error(refusal.cause().status(), refusal.sentence());
        return switch (refusal.cause()) {
            // With this header the API server asks again, within its own time limit; without it the pod fails.
            case Overloaded, UnknownNamespace -> answer.withHeader("Retry-After", "1");
            case NotUtf8,
                    NotJson,
                    CutOff,
                    TrailingContent,
                    TooDeep,
                    WrongKind,
                    WrongApiVersion,
                    NoRequest,
                    NoUid,
                    WrongField,
                    MalformedHttp,
                    NotFound,
                    MethodNotAllowed,
                    BodyTimeout,
                    TooLarge,
                    UriTooLong,
                    UnsupportedContentType,
                    ExpectationFailed,
                    HeadersTooLarge -> answer;
        };
    }

    static HttpAnswer error(int status, String sentence) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = MAPPER.createGenerator(text)) {
            generator.writeStartObject();
            generator.writeStringField("error", sentence);
            generator.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A sentence can be written to memory", impossible);
        }
        return text(status, JSON, text.toString());
    }

    HttpAnswer withHeader(String name, String value) {
        return new HttpAnswer(status, contentType, body, Map.of(name, value));
    }
}
