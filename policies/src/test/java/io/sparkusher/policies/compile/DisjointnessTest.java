package io.sparkusher.policies.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sparkusher.policies.api.LabelSelector;
import io.sparkusher.policies.api.LabelSelector.LabelOperator;
import io.sparkusher.policies.api.LabelSelector.LabelRequirement;
import io.sparkusher.policies.api.Match;
import io.sparkusher.policies.api.SparkVersionRange;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisjointnessTest {
    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "etl, adhoc, true",
        "etl, etl, false",
        "etl adhoc, adhoc, false",
        "etl-*, adhoc, false",
        "etl, adho?, false",
        "etl-?, adhoc, false",
        "etl, *, false",
        "'', etl, false",
        "etl, '', false",
    })
    void namesWithoutPatternsMeetWhereOneIsInBoth(String first, String second, boolean disjoint) {
        assertEquals(
                disjoint, Disjointness.ofMatches(match(words(first), null, null), match(words(second), null, null)));
        assertEquals(disjoint, Disjointness.ofMatches(images(words(first)), images(words(second))));
    }

    @ParameterizedTest(name = "{0} to {1} and {2} to {3}: {4}")
    @CsvSource({
        ", 3.5, 3.5, , true",
        "3.5, , , 3.5, true",
        "3.4, 3.5, 3.6, 4, true",
        ", 3.6, 3.5, , false",
        "3.4, , 3.5, , false",
        ", 3.4, , 3.5, false",
    })
    void rangesMeetWhereOneBeginsBeforeTheOtherEnds(
            @Nullable String min,
            @Nullable String below,
            @Nullable String otherMin,
            @Nullable String otherBelow,
            boolean disjoint) {
        Match first = match(List.of(), new SparkVersionRange(min, below), null);
        Match second = match(List.of(), new SparkVersionRange(otherMin, otherBelow), null);
        assertEquals(disjoint, Disjointness.ofMatches(first, second));
    }

    @ParameterizedTest(name = "{0} {1} and {2} {3}: {4}")
    @CsvSource({
        "In, a, In, b, true",
        "In, a b, In, b, false",
        "In, a, NotIn, a b, true",
        "In, a c, NotIn, a b, false",
        "In, a, DoesNotExist, '', true",
        "In, a, Exists, '', false",
        "Exists, '', DoesNotExist, '', true",
        "Exists, '', Exists, '', false",
        "Exists, '', NotIn, a, false",
        "NotIn, a, DoesNotExist, '', false",
        "DoesNotExist, '', DoesNotExist, '', false",
    })
    void labelsMeetUnlessTheRequirementsOnOneContradictEachOther(
            LabelOperator operator, String values, LabelOperator other, String otherValues, boolean disjoint) {
        LabelSelector first = selector("tier", operator, values);
        LabelSelector second = selector("tier", other, otherValues);
        assertEquals(disjoint, Disjointness.ofSelectors(first, second));
        assertEquals(disjoint, Disjointness.ofSelectors(second, first));
        assertFalse(Disjointness.ofSelectors(first, selector("team", other, otherValues)));
        assertEquals(disjoint, Disjointness.ofMatches(match(List.of(), null, first), match(List.of(), null, second)));
    }

    @Test
    void labelsThatAreGivenAsTheyMustBeAreComparedAsWell() {
        LabelSelector a = new LabelSelector(Map.of("tier", "a"), List.of());
        assertTrue(Disjointness.ofSelectors(a, new LabelSelector(Map.of("tier", "b"), List.of())));
        assertFalse(Disjointness.ofSelectors(a, new LabelSelector(Map.of("tier", "a", "team", "x"), List.of())));
    }

    @Test
    void whatIsForEveryPodMeetsEverything() {
        assertFalse(Disjointness.ofMatches(null, match(List.of("etl"), null, null)));
        assertFalse(Disjointness.ofMatches(match(List.of("etl"), null, null), null));
        assertFalse(Disjointness.ofSelectors(null, selector("tier", LabelOperator.DoesNotExist, "")));
        assertFalse(Disjointness.ofSelectors(selector("tier", LabelOperator.DoesNotExist, ""), null));
    }

    private static Match match(
            List<String> appNames, @Nullable SparkVersionRange versions, @Nullable LabelSelector podSelector) {
        return new Match(appNames, versions, List.of(), podSelector);
    }

    private static Match images(List<String> images) {
        return new Match(List.of(), null, images, null);
    }

    private static LabelSelector selector(String key, LabelOperator operator, String values) {
        return new LabelSelector(Map.of(), List.of(new LabelRequirement(key, operator, words(values))));
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" ", -1)).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
