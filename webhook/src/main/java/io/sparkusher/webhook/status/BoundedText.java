package io.sparkusher.webhook.status;

import java.util.List;

/** Joins what may be a lot into a message that stays readable, and within what the API server takes. */
final class BoundedText {
    /** The API server takes 32,768 characters; nobody reads that many. */
    private static final int MAX = 4096;

    private BoundedText() {}

    /** At least the first, cut where it is too long, and as many more as there is room for. */
    static String join(List<String> parts) {
        StringBuilder text = new StringBuilder();
        int told = 0;
        for (String part : parts) {
            if (told > 0 && text.length() + part.length() > MAX) {
                return text + "; and " + (parts.size() - told) + " more";
            }
            text.append(told == 0 ? "" : "; ").append(part, 0, Math.min(part.length(), MAX));
            told++;
        }
        return text.toString();
    }
}
