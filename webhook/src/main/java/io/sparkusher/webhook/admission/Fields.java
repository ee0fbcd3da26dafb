package io.sparkusher.webhook.admission;

import io.sparkusher.webhook.refusal.RefusalCause;

/** Reads the fields of objects. A field that is {@code null} is as good as absent, as in Kubernetes. */
final class Fields {
    /** Far above any name of Kubernetes. What is read here is repeated in answers and logs. */
    static final int MAX_TEXT = 1024;

    /** Reads the value that comes next, wholly. */
    @FunctionalInterface
    interface FieldReader {
        void read(String field) throws MalformedReviewException;
    }

    private Fields() {}

    /** Hands over every field of the object that comes next. */
    static void forEach(JsonReader json, String path, FieldReader reader) throws MalformedReviewException {
        if (json.isNull()) {
            return;
        }
        if (json.peek() != '{') {
            throw wrong(json, path, "an object");
        }
        for (boolean more = json.begin('{', '}'); more; more = json.another('}')) {
            reader.read(json.name());
        }
    }

    /** The text that comes next, empty for {@code null}. */
    static String text(JsonReader json, String path) throws MalformedReviewException {
        if (json.isNull()) {
            return "";
        }
        if (json.peek() != '"') {
            throw wrong(json, path, "a string");
        }
        String text = json.text().textValue();
        if (text.length() > MAX_TEXT) {
            throw refusal(path, "a string of at most %d characters".formatted(MAX_TEXT));
        }
        return text;
    }

    /** The boolean that comes next, false for {@code null}. */
    static boolean flag(JsonReader json, String path) throws MalformedReviewException {
        return switch (json.peek()) {
            case 't', 'f' -> json.flag();
            case 'n' -> nothing(json);
            default -> throw wrong(json, path, "true or false");
        };
    }

    private static boolean nothing(JsonReader json) throws MalformedReviewException {
        json.skip();
        return false;
    }

    /** What is no JSON at all is told before what is of the wrong type. */
    private static MalformedReviewException wrong(JsonReader json, String path, String expected)
            throws MalformedReviewException {
        json.skip();
        return refusal(path, expected);
    }

    private static MalformedReviewException refusal(String path, String expected) {
        return new MalformedReviewException(RefusalCause.WrongField, "Field %s must be %s".formatted(path, expected));
    }
}
