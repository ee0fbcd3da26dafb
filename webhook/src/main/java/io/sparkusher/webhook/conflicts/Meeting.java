package io.sparkusher.webhook.conflicts;

import io.sparkusher.policies.api.PolicyReference;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two Required policies of one rung that a pod met both.
 *
 * @param yielded the one whose word did not count, as {@link PolicyReference#stamp()} writes it
 * @param won the one that came before it, likewise
 */
public record Meeting(String yielded, String won) {
    static Meeting of(PolicyReference yielded, PolicyReference won) {
        return new Meeting(yielded.stamp(), won.stamp());
    }

    /** Many as one text of one line, the same for the same ones. */
    public static String write(Collection<Meeting> meetings) {
        return meetings.stream()
                .map(meeting -> meeting.yielded + " " + meeting.won)
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** What {@link #write} made the text of. What it cannot have made is passed over: newer replicas may say more. */
    public static Set<Meeting> read(String text) {
        return Stream.of(text.split(",")).flatMap(part -> parse(part).stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Meeting> parse(String part) {
        String[] stamps = part.split(" ", -1);
        return stamps.length == 2 ? Optional.of(new Meeting(stamps[0], stamps[1])) : Optional.empty();
    }
}
