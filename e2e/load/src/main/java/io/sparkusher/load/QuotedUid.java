package io.sparkusher.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Where the first {@code uid} of a JSON text is, its quotes not counted.
 *
 * @param start its first byte
 * @param end the byte after its last
 */
record QuotedUid(int start, int end) {
    private static final byte[] NAME = "\"uid\"".getBytes(US_ASCII);

    /**
     * Looks for bytes and reads no JSON: in what the API server sends and in what answers it, nothing before the
     * review's own uid is called so.
     *
     * @throws IllegalArgumentException if there is none
     */
    static QuotedUid firstIn(byte[] json) {
        int name = 0;
        while (!matches(json, name)) {
            name++;
        }
        int start = quote(json, name + NAME.length) + 1;
        return new QuotedUid(start, quote(json, start));
    }

    private static boolean matches(byte[] json, int from) {
        if (from + NAME.length > json.length) {
            throw new IllegalArgumentException("There is no uid");
        }
        for (int index = 0; index < NAME.length; index++) {
            if (json[from + index] != NAME[index]) {
                return false;
            }
        }
        return true;
    }

    private static int quote(byte[] json, int from) {
        for (int index = from; index < json.length; index++) {
            if (json[index] == '"') {
                return index;
            }
        }
        throw new IllegalArgumentException("The uid has no end");
    }

    int length() {
        return end - start;
    }
}
