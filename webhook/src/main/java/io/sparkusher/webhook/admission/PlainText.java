package io.sparkusher.webhook.admission;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the end of what a JSON string says in plain ASCII, eight bytes at a time: most of a review is such text. */
final class PlainText {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long QUOTES = '"' * LOW_BITS;
    private static final long BACKSLASHES = '\\' * LOW_BITS;
    private static final long SPACES = ' ' * LOW_BITS;

    private PlainText() {}

    /** The index of the first byte that is a quote, a backslash, a control character or no ASCII, or where the text ends. */
    static int end(byte[] text, int start) {
        int at = start;
        for (; at + Long.BYTES <= text.length; at += Long.BYTES) {
            long special = special((long) LONG.get(text, at));
            if (special != 0) {
                return at + Long.numberOfTrailingZeros(special) / Byte.SIZE;
            }
        }
        while (at < text.length && isPlain(text[at])) {
            at++;
        }
        return at;
    }

    // The highest bit of every byte that is special, of those up to the first that is: a borrow can only reach later
    // ones.
    private static long special(long word) {
        long quotes = word ^ QUOTES;
        long backslashes = word ^ BACKSLASHES;
        long found = ((quotes - LOW_BITS) & ~quotes) | ((backslashes - LOW_BITS) & ~backslashes) | (word - SPACES);
        return ((found & ~word) | word) & HIGH_BITS;
    }

    private static boolean isPlain(byte value) {
        return value >= ' ' && value != '"' && value != '\\';
    }
}
