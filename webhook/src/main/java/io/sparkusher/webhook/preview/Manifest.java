package io.sparkusher.webhook.preview;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One document of a file.
 *
 * @param file the file as the user named it
 * @param position {@code file:line}, or the file alone where it has but one document
 * @param content what it says, never null's JSON
 */
record Manifest(String file, String position, JsonNode content) {}
