package io.sparkusher.load.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page on which programs write sections. Each has a name, and stands between {@code <!-- results:NAME -->} and
 * {@code <!-- end:NAME -->}; what is outside of them belongs to people.
 */
public final class NamedSections {
    private String text;

    /** @param text of the whole page */
    public NamedSections(String text) {
        this.text = text;
    }

    /** The page in a file. */
    public static NamedSections read(Path file) throws IOException {
        return new NamedSections(Files.readString(file));
    }

    /**
     * Puts something else into a section, whatever was there.
     *
     * @throws IllegalArgumentException if the page has no such section
     */
    public NamedSections replace(String name, String content) {
        String begin = "<!-- results:" + name + " -->\n";
        String end = "<!-- end:" + name + " -->";
        int from = text.indexOf(begin);
        int to = text.indexOf(end, Math.max(from, 0));
        if (from < 0 || to < 0) {
            throw new IllegalArgumentException(
                    "The page has no section between %s and %s".formatted(begin.strip(), end));
        }
        text = text.substring(0, from + begin.length()) + content.strip() + "\n" + text.substring(to);
        return this;
    }

    /** Writes the whole page to a file. */
    public void write(Path file) throws IOException {
        Files.writeString(file, text);
    }

    @Override
    public String toString() {
        return text;
    }
}
