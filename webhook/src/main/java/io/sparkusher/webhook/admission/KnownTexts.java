package io.sparkusher.webhook.admission;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The strings that were read lately: field names, labels and options are the same in review after review, so that most
 * strings of one need not be made. Of bounded size whatever is sent, as a string takes the place of another. One for each
 * thread.
 */
final class KnownTexts {
    private static final ThreadLocal<KnownTexts> OF_THREAD = ThreadLocal.withInitial(KnownTexts::new);
    private static final int SIZE = 2048;
    private static final int LONGEST = 96;

    private final @Nullable TextNode[] known = new @Nullable TextNode[SIZE];

    static KnownTexts ofThread() {
        return OF_THREAD.get();
    }

    /** The content of a JSON string from the one index to in front of the other. */
    TextNode of(byte[] text, int start, int end) {
        int length = end - start;
        int hash = 0;
        for (int at = start; at < end; at++) {
            if (text[at] < 0 || text[at] == '\\') {
                return TextNode.valueOf(JsonEscapes.resolve(text, start, end));
            }
            hash = 31 * hash + text[at];
        }
        if (length > LONGEST) {
            return TextNode.valueOf(ascii(text, start, length));
        }
        int slot = (hash ^ (hash >>> 16)) & (SIZE - 1);
        @Nullable TextNode present = known[slot];
        if (present != null && says(present.textValue(), hash, text, start, length)) {
            return present;
        }
        TextNode made = TextNode.valueOf(ascii(text, start, length));
        known[slot] = made;
        return made;
    }

    private static boolean says(String present, int hash, byte[] text, int start, int length) {
        // The hash is that of java.lang.String, which keeps it.
        if (present.hashCode() != hash || present.length() != length) {
            return false;
        }
        for (int index = 0; index < length; index++) {
            if (present.charAt(index) != text[start + index]) {
                return false;
            }
        }
        return true;
    }

    private static String ascii(byte[] text, int start, int length) {
        return new String(text, start, length, StandardCharsets.ISO_8859_1);
    }
}
