package io.sparkusher.webhook.admission;

import io.sparkusher.webhook.refusal.RefusalCause;

/** JSON's tokens (RFC 8259) in bytes that {@link StrictUtf8} accepts, and how far they have been read. */
final class JsonBytes {
    /** Far beyond any number of Kubernetes: to make a value of more digits takes longer and longer. */
    private static final int MAX_NUMBER = 1000;

    private final byte[] text;
    private int at;
    private boolean isPlain;

    JsonBytes(byte[] text) {
        this.text = text;
    }

    /** The first byte of the next token, which stays to be read. */
    byte peek() throws MalformedReviewException {
        skipSpace();
        return byteAt(at);
    }

    /** Whether nothing but space is left. */
    boolean isAtEnd() {
        skipSpace();
        return at == text.length;
    }

    /** Reads a token of one byte. */
    void expect(char token) throws MalformedReviewException {
        if (peek() != token) {
            throw mistake();
        }
        at++;
    }

    /** Reads {@code true}, {@code false} or {@code null}. */
    void literal(String word) throws MalformedReviewException {
        for (int index = 0; index < word.length(); index++) {
            if (byteAt(at) != word.charAt(index)) {
                throw mistake();
            }
            at++;
        }
    }

    /** Reads a string, of which the content ends in front of {@link #position()} minus one; where it begins. */
    int string() throws MalformedReviewException {
        expect('"');
        int start = at;
        at = PlainText.end(text, at);
        isPlain = byteAt(at) == '"';
        while (byteAt(at) != '"') {
            special();
            at = PlainText.end(text, at);
        }
        at++;
        return start;
    }

    /** Whether the string that was read last is ASCII without escapes. */
    boolean isPlain() {
        return isPlain;
    }

    /** A byte above 0x7F is a part of a character, and characters have been looked at before. */
    private void special() throws MalformedReviewException {
        if (text[at] < 0) {
            at++;
        } else {
            escape();
        }
    }

    private void escape() throws MalformedReviewException {
        if (text[at] != '\\') {
            throw mistake();
        }
        at++;
        switch (byteAt(at)) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at++;
            case 'u' -> hexadecimal();
            default -> throw mistake();
        }
    }

    private void hexadecimal() throws MalformedReviewException {
        at++;
        for (int end = at + 4; at < end; at++) {
            if (Character.digit(byteAt(at), 16) < 0) {
                throw mistake();
            }
        }
    }

    /** Reads a number, which ends in front of {@link #position()}; where it begins. */
    int number() throws MalformedReviewException {
        int start = at;
        if (byteAt(at) == '-') {
            at++;
        }
        if (byteAt(at) == '0') {
            at++;
        } else {
            digits();
        }
        if (isNext('.')) {
            at++;
            digits();
        }
        if (isNext('e') || isNext('E')) {
            exponent();
        }
        if (at - start > MAX_NUMBER) {
            throw mistake();
        }
        return start;
    }

    private void exponent() throws MalformedReviewException {
        at++;
        if (isNext('+') || isNext('-')) {
            at++;
        }
        digits();
    }

    private void digits() throws MalformedReviewException {
        if (!isDigit(byteAt(at))) {
            throw mistake();
        }
        while (at < text.length && isDigit(text[at])) {
            at++;
        }
    }

    /** How many bytes have been read. */
    int position() {
        return at;
    }

    byte[] bytes() {
        return text;
    }

    private MalformedReviewException mistake() {
        return new MalformedReviewException(
                RefusalCause.NotJson, "The body is not JSON: there is a mistake at byte " + at);
    }

    private void skipSpace() {
        while (at < text.length && isSpace(text[at])) {
            at++;
        }
    }

    private boolean isNext(char expected) {
        return at < text.length && text[at] == expected;
    }

    private byte byteAt(int index) throws MalformedReviewException {
        if (index >= text.length) {
            throw new MalformedReviewException(RefusalCause.CutOff, "The body ends before its JSON does");
        }
        return text[index];
    }

    private static boolean isSpace(byte value) {
        return value == ' ' || value == '\n' || value == '\r' || value == '\t';
    }

    private static boolean isDigit(byte value) {
        return value >= '0' && value <= '9';
    }
}
