package io.sparkusher.webhook.admission;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Whether bytes are JSON text that every reader reads alike. The JSON parser guesses encodings and lets malformed
 * sequences pass where it skips, and a half surrogate pair could never be written back.
 */
final class StrictUtf8 {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long BACKSLASHES = '\\' * LOW_BITS;
    private static final int MALFORMED = -1;

    private StrictUtf8() {}

    static boolean accepts(byte[] text) {
        return !announcesAnotherEncoding(text) && acceptsFrom(text, 0);
    }

    // JSON begins with two ASCII characters unless it is a single digit, so a zero among the first four bytes means
    // UTF-16 or UTF-32. A byte order mark is the third form of the same announcement.
    private static boolean announcesAnotherEncoding(byte[] text) {
        for (int at = 0; at < Math.min(4, text.length); at++) {
            if (text[at] == 0) {
                return true;
            }
        }
        return text.length >= 3 && text[0] == (byte) 0xEF && text[1] == (byte) 0xBB && text[2] == (byte) 0xBF;
    }

    private static boolean acceptsFrom(byte[] text, int start) {
        int at = afterPlain(text, start);
        while (at < text.length) {
            int next = text[at] == '\\' ? afterEscape(text, at) : afterCharacter(text, at);
            if (next == MALFORMED) {
                return false;
            }
            at = afterPlain(text, next);
        }
        return true;
    }

    /** Eight bytes at a time over what needs no look: ASCII without a backslash. */
    private static int afterPlain(byte[] text, int start) {
        int at = start;
        while (at + Long.BYTES <= text.length) {
            long word = (long) LONG.get(text, at);
            long difference = word ^ BACKSLASHES;
            long backslash = (difference - LOW_BITS) & ~difference;
            if (((word | backslash) & HIGH_BITS) != 0) {
                break;
            }
            at += Long.BYTES;
        }
        return at;
    }

    private static int afterCharacter(byte[] text, int at) {
        int first = text[at] & 0xFF;
        if (first < 0x80) {
            return at + 1;
        }
        int length = lengthOf(first);
        if (length == 0 || at + length > text.length) {
            return MALFORMED;
        }
        int codePoint = first & (0x7F >> length);
        for (int next = at + 1; next < at + length; next++) {
            if ((text[next] & 0xC0) != 0x80) {
                return MALFORMED;
            }
            codePoint = (codePoint << 6) | (text[next] & 0x3F);
        }
        return isShortestForm(codePoint, length) && isScalar(codePoint) ? at + length : MALFORMED;
    }

    private static int lengthOf(int first) {
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    }

    private static boolean isShortestForm(int codePoint, int length) {
        return length == 2 || codePoint >= (length == 3 ? 0x800 : 0x10000);
    }

    private static boolean isScalar(int codePoint) {
        return codePoint <= Character.MAX_CODE_POINT && (codePoint < 0xD800 || codePoint > 0xDFFF);
    }

    /** A backslash is legal inside strings alone; anywhere else, and any other fault of an escape, the parser refuses. */
    private static int afterEscape(byte[] text, int at) {
        int unit = escapedUnit(text, at);
        if (unit < 0) {
            return at + 2;
        }
        if (Character.isHighSurrogate((char) unit)) {
            int low = escapedUnit(text, at + 6);
            return low >= 0 && Character.isLowSurrogate((char) low) ? at + 12 : MALFORMED;
        }
        return Character.isLowSurrogate((char) unit) ? MALFORMED : at + 6;
    }

    /** The UTF-16 unit of an escape of four hexadecimal digits, or a negative number where there is none. */
    private static int escapedUnit(byte[] text, int at) {
        if (at + 6 > text.length || text[at] != '\\' || text[at + 1] != 'u') {
            return -1;
        }
        int unit = 0;
        for (int digit = at + 2; digit < at + 6; digit++) {
            int value = Character.digit(text[digit], 16);
            if (value < 0) {
                return -1;
            }
            unit = (unit << 4) | value;
        }
        return unit;
    }
}
