package io.sparkusher.e2e.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** The published page of the proof is of the tests that there are: {@code -Dproof.update=true} writes it anew. */
class ProofPageIT {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Z][^|]*?) \\| [^|]* \\| (?:passed|skipped) \\|");

    @Test
    void saysOfEveryTestOfEveryScenarioWhatBecameOfIt() throws IOException {
        assertEquals(tests(), published());
    }

    private static Set<String> tests() {
        List<Class<?>> scenarios = ReflectionSupport.findAllClassesInPackage(
                Scenario.class.getPackageName(), type -> type.isAnnotationPresent(Scenario.class), name -> true);
        return scenarios.stream()
                .flatMap(scenario -> Arrays.stream(scenario.getDeclaredMethods()))
                .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                .map(method -> ProofLine.sentence(method.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> published() throws IOException {
        return ROW.matcher(Files.readString(ProofPage.PUBLISHED))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
