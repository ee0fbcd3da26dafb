package io.sparkusher.policies.api;

import org.jspecify.annotations.Nullable;

/** What a section's sidecars and init containers have in common. */
public record InjectedContainers(
        @Description("Whether they start After (the default) or Before the pod's own init containers.")
        Position position,

        @Description(
                "Whether they have the token of the pod's service account; otherwise they find an empty folder in its"
                        + " place.")
        @Nullable
        Boolean automountToken) {
    /** What holds where a section does not say. */
    public static final InjectedContainers UNSAID = new InjectedContainers(Position.After, false);

    public InjectedContainers {
        position = position == null ? Position.After : position;
    }

    /** Where to stand to the pod's own init containers. */
    public enum Position {
        After,
        Before
    }
}
