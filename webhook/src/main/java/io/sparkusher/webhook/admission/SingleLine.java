package io.sparkusher.webhook.admission;

/** Text that is safe where one line is one thing: in a header, in a log. */
public final class SingleLine {
    private static final String ELLIPSIS = "...";

    private SingleLine() {}

    /** The text with a space for every control character and line separator, cut to so many UTF-16 units. */
    public static String of(String text, int limit) {
        return text.length() <= limit && isPrintableAscii(text) ? text : replaced(text, limit);
    }

    private static boolean isPrintableAscii(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) < ' ' || text.charAt(index) > '~') {
                return false;
            }
        }
        return true;
    }

    private static String replaced(String text, int limit) {
        return cut(text, limit)
                .codePoints()
                .map(SingleLine::replaced)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int replaced(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.FORMAT -> ' ';
            default -> codePoint;
        };
    }

    private static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = limit - ELLIPSIS.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + ELLIPSIS;
    }
}
