package io.sparkusher.policies.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class MembersTest {
    /** What is done to a map: a value is put, or with a negative number the member is removed. */
    record Step(String name, int number) {}

    @Property(tries = 500)
    void behaveAsALinkedHashMap(@ForAll("steps") List<Step> steps) {
        Map<String, JsonNode> expected = new LinkedHashMap<>();
        Map<String, JsonNode> members = new Members();
        for (Step step : steps) {
            assertEquals(apply(step, expected), apply(step, members));
            assertEquals(expected.size(), members.size());
            assertEquals(expected.get(step.name()), members.get(step.name()));
            assertEquals(expected.containsKey(step.name()), members.containsKey(step.name()));
        }
        assertEquals(new ArrayList<>(expected.entrySet()), new ArrayList<>(members.entrySet()));
        assertEquals(expected, members);
        assertEquals(expected.hashCode(), members.hashCode());
    }

    @Property(tries = 200)
    void loseWhatAnIteratorRemoves(@ForAll("steps") List<Step> steps) {
        Map<String, JsonNode> expected = new LinkedHashMap<>();
        Map<String, JsonNode> members = new Members();
        for (Step step : steps) {
            apply(step, expected);
            apply(step, members);
        }

        expected.keySet().removeIf(name -> name.hashCode() % 2 == 0);
        members.keySet().removeIf(name -> name.hashCode() % 2 == 0);

        assertEquals(new ArrayList<>(expected.entrySet()), new ArrayList<>(members.entrySet()));
        expected.clear();
        members.clear();
        assertEquals(expected, members);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<String> names = Arbitraries.integers().between(0, 40).map(number -> "member-" + number);
        Arbitrary<Integer> numbers = Arbitraries.integers().between(-3, 9);
        return Combinators.combine(names, numbers).as(Step::new).list().ofMaxSize(80);
    }

    private static @Nullable JsonNode apply(Step step, Map<String, JsonNode> map) {
        return step.number() < 0 ? map.remove(step.name()) : map.put(step.name(), IntNode.valueOf(step.number()));
    }
}
