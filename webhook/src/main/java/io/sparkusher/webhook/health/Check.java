package io.sparkusher.webhook.health;

/**
 * One condition of being ready.
 *
 * @param detail for people, in the middle of a sentence
 */
public record Check(String name, boolean passed, String detail) {
    @Override
    public String toString() {
        return "[%s]%s %s".formatted(passed ? '+' : '-', name, detail);
    }
}
