package io.sparkusher.webhook.events;

/**
 * Who tells of events.
 *
 * @param controller which part of the program, as {@code domain/part}
 * @param action what it does that events come of
 * @param instance which process, of any length
 */
public record EventSource(String controller, String action, String instance) {}
