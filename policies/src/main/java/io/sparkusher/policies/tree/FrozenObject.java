package io.sparkusher.policies.tree;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object that refuses every change with an {@link UnsupportedOperationException}. */
@SuppressWarnings("unchecked") // Of ObjectNode.deepCopy, which it inherits.
final class FrozenObject extends ObjectNode implements Written {
    private static final long serialVersionUID = 1;

    private final transient KeptJson kept = new KeptJson();

    private FrozenObject(Map<String, JsonNode> members) {
        super(JsonNodeFactory.instance, members);
    }

    static FrozenObject of(ObjectNode object) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), Frozen.of(member.getValue())));
        return new FrozenObject(Collections.unmodifiableMap(members));
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
