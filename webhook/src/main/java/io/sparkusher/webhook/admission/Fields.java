package io.sparkusher.webhook.admission;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sparkusher.webhook.refusal.RefusalCause;
import java.io.IOException;

/** Reads the fields of objects from a parser. A field that is {@code null} is as good as absent, as in Kubernetes. */
final class Fields {
    /** Far above any name of Kubernetes. What is read here is repeated in answers and logs. */
    static final int MAX_TEXT = 1024;

    /** Reads the value that the parser stands at, wholly. */
    @FunctionalInterface
    interface FieldReader {
        void read(String field) throws IOException, MalformedReviewException;
    }

    private Fields() {}

    /** Hands over every field of the object that the parser stands at. */
    static void forEach(JsonParser parser, String path, FieldReader reader)
            throws IOException, MalformedReviewException {
        if (parser.hasToken(JsonToken.VALUE_NULL)) {
            return;
        }
        if (!parser.isExpectedStartObjectToken()) {
            throw wrong(path, "an object");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            reader.read(field);
        }
    }

    /** The text that the parser stands at, empty for {@code null}. */
    static String text(JsonParser parser, String path) throws IOException, MalformedReviewException {
        if (parser.hasToken(JsonToken.VALUE_NULL)) {
            return "";
        }
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw wrong(path, "a string");
        }
        if (parser.getTextLength() > MAX_TEXT) {
            throw wrong(path, "a string of at most %d characters".formatted(MAX_TEXT));
        }
        return parser.getText();
    }

    /** The boolean that the parser stands at, false for {@code null}. */
    static boolean flag(JsonParser parser, String path) throws MalformedReviewException {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE, VALUE_NULL -> false;
            default -> throw wrong(path, "true or false");
        };
    }

    private static MalformedReviewException wrong(String path, String expected) {
        return new MalformedReviewException(RefusalCause.WrongField, "Field %s must be %s".formatted(path, expected));
    }
}
