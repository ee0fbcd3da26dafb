package io.sparkusher.policies.tree;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/** The JSON of one tree that cannot change, from when it is made first. */
final class KeptJson {
    // Two threads may make it at the same time; it does not matter whose is kept.
    private volatile @Nullable SerializableString json;

    /** Null until it is made. */
    @Nullable
    SerializableString get() {
        return json;
    }

    SerializableString keep(String text) {
        SerializableString made = new SerializedString(text);
        json = made;
        return made;
    }
}
