package io.sparkusher.policies.tree;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object, in their order. Most objects of a pod have two or three, of which a linked hash map makes
 * four times the memory, and takes longer to find one. Only where there are many are they found by a hash.
 */
final class Members extends AbstractMap<String, JsonNode> {
    private static final int USUAL = 2;
    private static final int MOST_IN_A_ROW = 32;
    private static final int NONE = -1;

    // By turns a name and its value: one array, and what belongs together stands together.
    private @Nullable Object[] slots = new @Nullable Object[2 * USUAL];
    private int size;
    // Made when it is needed first, and again after a removal.
    private @Nullable Map<String, Integer> positions;

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return position(name) != NONE;
    }

    @Override
    public @Nullable JsonNode get(@Nullable Object name) {
        int position = position(name);
        return position == NONE ? null : valueAt(position);
    }

    @Override
    public @Nullable JsonNode put(String name, JsonNode value) {
        int position = position(name);
        if (position == NONE) {
            append(name, value);
            return null;
        }
        JsonNode old = valueAt(position);
        slots[2 * position + 1] = value;
        return old;
    }

    @Override
    public @Nullable JsonNode remove(@Nullable Object name) {
        int position = position(name);
        if (position == NONE) {
            return null;
        }
        JsonNode old = valueAt(position);
        removeAt(position);
        return old;
    }

    @Override
    public void clear() {
        Arrays.fill(slots, null);
        size = 0;
        positions = null;
    }

    @Override
    public Set<Map.Entry<String, JsonNode>> entrySet() {
        return new Entries();
    }

    private int position(@Nullable Object name) {
        return size <= MOST_IN_A_ROW ? positionInRow(name) : positions().getOrDefault(name, NONE);
    }

    private int positionInRow(@Nullable Object name) {
        // Strings keep their hashes, and names are met again and again: most comparisons end with two numbers.
        int hash = Objects.hashCode(name);
        for (int position = 0; position < size; position++) {
            String present = nameAt(position);
            if (present.hashCode() == hash && present.equals(name)) {
                return position;
            }
        }
        return NONE;
    }

    private Map<String, Integer> positions() {
        if (positions == null) {
            positions = new HashMap<>();
            for (int position = 0; position < size; position++) {
                positions.put(nameAt(position), position);
            }
        }
        return positions;
    }

    private void append(String name, JsonNode value) {
        if (slots.length == 2 * size) {
            slots = Arrays.copyOf(slots, 4 * size);
        }
        slots[2 * size] = name;
        slots[2 * size + 1] = value;
        if (positions != null) {
            positions.put(name, size);
        }
        size++;
    }

    private void removeAt(int position) {
        size--;
        System.arraycopy(slots, 2 * (position + 1), slots, 2 * position, 2 * (size - position));
        slots[2 * size] = null;
        slots[2 * size + 1] = null;
        positions = null;
    }

    private String nameAt(int position) {
        return (String) Objects.requireNonNull(slots[2 * position]);
    }

    private JsonNode valueAt(int position) {
        return (JsonNode) Objects.requireNonNull(slots[2 * position + 1]);
    }

    private final class Entries extends AbstractSet<Map.Entry<String, JsonNode>> {
        @Override
        public int size() {
            return size;
        }

        @Override
        public Iterator<Map.Entry<String, JsonNode>> iterator() {
            return new EntryIterator();
        }
    }

    private final class EntryIterator implements Iterator<Map.Entry<String, JsonNode>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < size;
        }

        @Override
        public Map.Entry<String, JsonNode> next() {
            if (next >= size) {
                throw new NoSuchElementException();
            }
            int position = next++;
            return new SimpleImmutableEntry<>(nameAt(position), valueAt(position));
        }

        @Override
        public void remove() {
            removeAt(--next);
        }
    }
}
