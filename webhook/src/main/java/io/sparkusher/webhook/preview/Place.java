package io.sparkusher.webhook.preview;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.IdentityHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value in a document, and the values around it.
 *
 * @param parent null for the document itself
 * @param path such as {@code spec.containers[main].env}, empty for the document itself
 * @param value known by its identity
 */
record Place(@Nullable Place parent, String path, JsonNode value) {
    Place member(String name, JsonNode member) {
        return new Place(this, path.isEmpty() ? name : path + "." + name, member);
    }

    /** Elements go by their name, as people think of them, or by their index. */
    Place element(int index, JsonNode element) {
        String name = DistinctValues.scalar(element.path("name")).asText(String.valueOf(index));
        return new Place(this, path + "[" + name + "]", element);
    }

    /** The path of the value around this one. */
    String within() {
        return parent == null ? "" : parent.path();
    }

    /** What is known of the value, or else of the nearest value around it. */
    Optional<String> lookUp(IdentityHashMap<JsonNode, String> known) {
        for (Place place = this; place != null; place = place.parent()) {
            String found = known.get(place.value());
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
