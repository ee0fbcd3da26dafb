package io.sparkusher.policies.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.tree.Frozen;
import io.sparkusher.policies.tree.Trees;
import org.jspecify.annotations.Nullable;

/**
 * A place in a pod that may not exist yet. Where something is written, what must be around it is made first. A place in
 * a list is that of an index: use it before the list changes.
 */
public final class Place {
    private final PodDraft draft;
    private final @Nullable Place parent;
    private final String name;
    private final int index;
    private @Nullable String pointer;
    private @Nullable JsonNode found;
    private int foundAt;

    Place(PodDraft draft) {
        this(draft, null, "", -1);
    }

    private Place(PodDraft draft, @Nullable Place parent, String name, int index) {
        this.draft = draft;
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    /** The place of an object's member. */
    public Place member(String memberName) {
        return new Place(draft, this, memberName, -1);
    }

    /** The place of a list's element. */
    public Place element(int elementIndex) {
        return new Place(draft, this, "", elementIndex);
    }

    /** What stands here; a missing node where nothing does or where it is {@code null}. */
    public JsonNode value() {
        if (parent == null) {
            return draft.tree();
        }
        // Looked for again only after a change: most places are asked several times for each one.
        if (found == null || foundAt != draft.changes()) {
            found = find(parent.value());
            foundAt = draft.changes();
        }
        return found;
    }

    private JsonNode find(JsonNode container) {
        JsonNode value = index >= 0 ? container.path(index) : container.path(name);
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    public boolean exists() {
        return !value().isMissingNode();
    }

    /** Puts a value here, in the place of the one that is there if any. The value is not changed by anybody later. */
    public void set(JsonNode value) {
        Place container = container();
        if (index >= 0) {
            container.replaceElement(this, value);
        } else {
            container.setMember(this, value);
        }
    }

    /** Appends to the list that is here, or makes it. */
    public void append(JsonNode value) {
        ArrayNode array = makeArray();
        array.add(own(value));
        int last = array.size() - 1;
        draft.added(pointer() + "/-", value, () -> array.remove(last));
    }

    /** Puts the value into the list that is here, in front of the element with the index, or at its end. */
    public void insert(int elementIndex, JsonNode value) {
        if (elementIndex >= value().size()) {
            append(value);
            return;
        }
        ArrayNode array = makeArray();
        array.insert(elementIndex, own(value));
        draft.added(element(elementIndex).pointer(), value, () -> array.remove(elementIndex));
    }

    /** Takes away what is here; something must be. */
    public void remove() {
        Place container = container();
        container.thaw();
        String pointer = pointer();
        if (index >= 0) {
            ArrayNode array = (ArrayNode) container.value();
            JsonNode old = array.remove(index);
            draft.removed(pointer, () -> array.insert(index, old));
            return;
        }
        ObjectNode object = (ObjectNode) container.value();
        ObjectNode before = shallowCopy(object);
        object.remove(name);
        draft.removed(pointer, () -> restore(object, before));
    }

    /** The JSON Pointer to it. */
    public String pointer() {
        if (parent == null) {
            return "";
        }
        if (pointer == null) {
            pointer = parent.pointer() + "/"
                    + (index >= 0
                            ? Integer.toString(index)
                            : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer;
    }

    private Place container() {
        if (parent == null) {
            throw new IllegalStateException("The pod itself is neither replaced nor removed");
        }
        return parent;
    }

    private void setMember(Place member, JsonNode value) {
        ObjectNode object = makeObject();
        @Nullable JsonNode old = object.get(member.name);
        object.set(member.name, own(value));
        String pointer = member.pointer();
        if (old == null) {
            draft.added(pointer, value, () -> object.remove(member.name));
        } else {
            draft.replaced(pointer, value, () -> object.set(member.name, old));
        }
    }

    private void replaceElement(Place element, JsonNode value) {
        ArrayNode array = makeArray();
        JsonNode old = array.get(element.index);
        array.set(element.index, own(value));
        draft.replaced(element.pointer(), value, () -> array.set(element.index, old));
    }

    /** What the tree may keep of a value that others keep, too. */
    private static JsonNode own(JsonNode value) {
        return Frozen.is(value) ? value : Trees.copy(value);
    }

    /** What is frozen here is shared: it becomes the pod's own before anything in it is changed. */
    private void thaw() {
        if (parent == null) {
            return;
        }
        parent.thaw();
        JsonNode value = value();
        if (value.isMissingNode() || !Frozen.is(value) || !value.isContainerNode()) {
            return;
        }
        JsonNode container = parent.value();
        if (container instanceof ArrayNode array) {
            array.set(index, Trees.copy(value));
        } else {
            ((ObjectNode) container).set(name, Trees.copy(value));
        }
        draft.thawed();
    }

    private ObjectNode makeObject() {
        if (!exists()) {
            set(JsonNodeFactory.instance.objectNode());
        }
        thaw();
        if (value() instanceof ObjectNode object) {
            return object;
        }
        throw new MalformedPodException(pointer(), "an object");
    }

    private ArrayNode makeArray() {
        if (!exists()) {
            set(JsonNodeFactory.instance.arrayNode());
        }
        thaw();
        if (value() instanceof ArrayNode array) {
            return array;
        }
        throw new MalformedPodException(pointer(), "a list");
    }

    private static ObjectNode shallowCopy(ObjectNode object) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        copy.setAll(object);
        return copy;
    }

    private static void restore(ObjectNode object, ObjectNode before) {
        object.removeAll();
        object.setAll(before);
    }
}
