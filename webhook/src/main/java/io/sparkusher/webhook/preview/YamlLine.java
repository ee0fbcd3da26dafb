package io.sparkusher.webhook.preview;

/**
 * One line of a document as YAML.
 *
 * @param text without the line feed
 * @param place the innermost value that begins on the line or, where none does, on the nearest line above
 * @param within the path of the value that holds all which begins there
 */
record YamlLine(String text, Place place, String within) {}
