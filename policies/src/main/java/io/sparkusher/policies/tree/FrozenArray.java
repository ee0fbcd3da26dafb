package io.sparkusher.policies.tree;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array that refuses every change with an {@link UnsupportedOperationException}. */
@SuppressWarnings("unchecked") // Of ArrayNode.deepCopy, which it inherits.
final class FrozenArray extends ArrayNode implements Written {
    private static final long serialVersionUID = 1;

    private final transient KeptJson kept = new KeptJson();

    private FrozenArray(List<JsonNode> elements) {
        super(JsonNodeFactory.instance, elements);
    }

    static FrozenArray of(ArrayNode array) {
        return new FrozenArray(array.valueStream().map(Frozen::of).toList());
    }

    @Override
    public SerializableString json() {
        @Nullable SerializableString made = kept.get();
        return made == null ? kept.keep(super.toString()) : made;
    }

    @Override
    public String toString() {
        return json().getValue();
    }
}
