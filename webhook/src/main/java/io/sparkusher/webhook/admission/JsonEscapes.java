package io.sparkusher.webhook.admission;

import java.nio.charset.StandardCharsets;

/** What a JSON string says that has escapes, or characters beyond ASCII. */
final class JsonEscapes {
    private JsonEscapes() {}

    /** The content from the one index to in front of the other, of which every escape is a right one. */
    static String resolve(byte[] text, int start, int end) {
        String content = new String(text, start, end - start, StandardCharsets.UTF_8);
        int escape = content.indexOf('\\');
        return escape < 0 ? content : resolve(content, escape);
    }

    private static String resolve(String content, int firstEscape) {
        StringBuilder resolved = new StringBuilder(content.length());
        int at = 0;
        for (int escape = firstEscape; escape >= 0; escape = content.indexOf('\\', at)) {
            resolved.append(content, at, escape);
            char kind = content.charAt(escape + 1);
            if (kind == 'u') {
                resolved.append((char) Integer.parseInt(content.substring(escape + 2, escape + 6), 16));
                at = escape + 6;
            } else {
                resolved.append(character(kind));
                at = escape + 2;
            }
        }
        return resolved.append(content, at, content.length()).toString();
    }

    private static char character(char kind) {
        return switch (kind) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> kind;
        };
    }
}
