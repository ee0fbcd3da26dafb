package io.sparkusher.webhook.admission;

import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The strings that were read lately: field names, labels and options are the same in review after review, so that most
 * strings of one need not be made. Of bounded size whatever is sent, as a string takes the place of another. One for each
 * thread.
 */
final class KnownTexts {
    private static final ThreadLocal<KnownTexts> OF_THREAD = ThreadLocal.withInitial(KnownTexts::new);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SIZE_BITS = 12;
    private static final int LONGEST = 96;
    /** The golden ratio, as Knuth multiplies by it, so that likenesses end up far apart. */
    private static final long SPREADING = 0x9E3779B97F4A7C15L;

    private final @Nullable KnownText[] known = new @Nullable KnownText[1 << SIZE_BITS];

    /** A string, and the bytes that said it. */
    private static final class KnownText {
        private final byte[] bytes;
        private final TextNode text;

        KnownText(byte[] bytes) {
            this.bytes = bytes;
            text = TextNode.valueOf(new String(bytes, StandardCharsets.ISO_8859_1));
        }

        boolean isSaidBy(byte[] other, int start, int end) {
            return Arrays.equals(bytes, 0, bytes.length, other, start, end);
        }
    }

    static KnownTexts ofThread() {
        return OF_THREAD.get();
    }

    /** What the bytes say from the one index to in front of the other, which are ASCII. */
    TextNode of(byte[] text, int start, int end) {
        if (end - start > LONGEST) {
            return TextNode.valueOf(new String(text, start, end - start, StandardCharsets.ISO_8859_1));
        }
        int slot = slot(text, start, end);
        @Nullable KnownText first = known[slot];
        if (first != null && first.isSaidBy(text, start, end)) {
            return first.text;
        }
        @Nullable KnownText second = known[slot ^ 1];
        return second != null && second.isSaidBy(text, start, end) ? second.text : learn(slot, text, start, end);
    }

    /** Two strings may share a slot and the one beside it; a third takes the place of the older one. */
    private TextNode learn(int slot, byte[] text, int start, int end) {
        KnownText made = new KnownText(Arrays.copyOfRange(text, start, end));
        known[slot ^ 1] = known[slot];
        known[slot] = made;
        return made.text;
    }

    private static int slot(byte[] text, int start, int end) {
        long mixed = (long) end - start;
        int at = start;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            mixed = mix(mixed, (long) LONG.get(text, at));
        }
        for (; at < end; at++) {
            mixed = mix(mixed, text[at]);
        }
        return (int) (mixed >>> (Long.SIZE - SIZE_BITS));
    }

    private static long mix(long mixed, long more) {
        return (Long.rotateLeft(mixed, 23) ^ more) * SPREADING;
    }
}
