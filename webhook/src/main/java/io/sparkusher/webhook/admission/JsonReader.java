package io.sparkusher.webhook.admission;

import com.fasterxml.jackson.databind.node.TextNode;
import io.sparkusher.webhook.refusal.RefusalCause;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON value by value. What is passed over is checked as strictly as what is read. Our own, because half of a review
 * is passed over, and the names and values of the rest are mostly those of the review before: a parser for all purposes
 * took a third of a review's time and memory.
 */
final class JsonReader {
    /** No Kubernetes object comes near it; a schema inside a custom resource comes nearest, with about forty. */
    static final int MAX_DEPTH = 100;

    private final JsonBytes bytes;
    private final KnownTexts texts = KnownTexts.ofThread();
    private int depth;

    JsonReader(byte[] text) {
        bytes = new JsonBytes(text);
    }

    /** The first byte of what comes next, which stays to be read. */
    byte peek() throws MalformedReviewException {
        return bytes.peek();
    }

    /** Whether nothing but space is left. */
    boolean isAtEnd() {
        return bytes.isAtEnd();
    }

    /** Whether {@code null} came; any other value stays to be read. */
    boolean isNull() throws MalformedReviewException {
        if (peek() != 'n') {
            return false;
        }
        bytes.literal("null");
        return true;
    }

    /** Reads {@code true} or {@code false}. */
    boolean flag() throws MalformedReviewException {
        boolean value = peek() == 't';
        bytes.literal(value ? "true" : "false");
        return value;
    }

    /** Reads a string. The node may be that of an earlier string that said the same. */
    TextNode text() throws MalformedReviewException {
        int start = bytes.string();
        int end = bytes.position() - 1;
        return bytes.isPlain()
                ? texts.of(bytes.bytes(), start, end)
                : TextNode.valueOf(JsonEscapes.resolve(bytes.bytes(), start, end));
    }

    /** Reads a number, as it is written. */
    String number() throws MalformedReviewException {
        int start = bytes.number();
        return new String(bytes.bytes(), start, bytes.position() - start, StandardCharsets.US_ASCII);
    }

    /** Reads a member's name; its value comes next. */
    String name() throws MalformedReviewException {
        String name = text().textValue();
        bytes.expect(':');
        return name;
    }

    /** Begins an object or array. Whether anything is in it; if not, it has ended. */
    boolean begin(char open, char close) throws MalformedReviewException {
        bytes.expect(open);
        depth++;
        if (depth > MAX_DEPTH) {
            throw new MalformedReviewException(
                    RefusalCause.TooDeep, "The body is nested more than %d levels deep".formatted(MAX_DEPTH));
        }
        return !isEnd(close);
    }

    /** Whether another member or element follows the one before; if not, the object or array has ended. */
    boolean another(char close) throws MalformedReviewException {
        if (isEnd(close)) {
            return false;
        }
        bytes.expect(',');
        return true;
    }

    private boolean isEnd(char close) throws MalformedReviewException {
        if (peek() != close) {
            return false;
        }
        bytes.expect(close);
        depth--;
        return true;
    }

    /** Passes over one value of any kind. */
    void skip() throws MalformedReviewException {
        switch (peek()) {
            case '{' -> skipObject();
            case '[' -> skipArray();
            case '"' -> bytes.string();
            case 't' -> bytes.literal("true");
            case 'f' -> bytes.literal("false");
            case 'n' -> bytes.literal("null");
            default -> bytes.number();
        }
    }

    private void skipObject() throws MalformedReviewException {
        for (boolean more = begin('{', '}'); more; more = another('}')) {
            bytes.string();
            bytes.expect(':');
            skip();
        }
    }

    private void skipArray() throws MalformedReviewException {
        for (boolean more = begin('[', ']'); more; more = another(']')) {
            skip();
        }
    }
}
