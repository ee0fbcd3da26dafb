package io.sparkusher.webhook.preview;

import java.util.List;

/** What was given cannot be previewed. */
final class BadInputException extends Exception {
    private final List<String> sentences;

    /** @param sentences one for each thing that is wrong, naming its file, and its line where that is known */
    BadInputException(List<String> sentences) {
        super(String.join("\n", sentences));
        this.sentences = List.copyOf(sentences);
    }

    BadInputException(String sentence) {
        this(List.of(sentence));
    }

    List<String> sentences() {
        return sentences;
    }
}
