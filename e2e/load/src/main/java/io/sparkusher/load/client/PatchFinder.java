package io.sparkusher.load.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;

/** Looks for the field of a patch in a body that comes in pieces. */
final class PatchFinder {
    private static final byte[] FIELD = "\"patch\":".getBytes(US_ASCII);
    // Its second quote may be the first one of the field that is looked for.
    private static final int AFTER_SECOND_QUOTE = FIELD.length - 1;

    private int matched;

    /** Looks at so many readable bytes, and leaves them there. */
    void look(ByteBuf bytes, int count) {
        int end = bytes.readerIndex() + count;
        for (int index = bytes.readerIndex(); index < end && !found(); index++) {
            matched = next(bytes.getByte(index));
        }
    }

    private int next(byte value) {
        if (value == FIELD[matched]) {
            return matched + 1;
        }
        if (matched == AFTER_SECOND_QUOTE && value == FIELD[1]) {
            return 2;
        }
        return value == FIELD[0] ? 1 : 0;
    }

    boolean found() {
        return matched == FIELD.length;
    }

    void reset() {
        matched = 0;
    }
}
