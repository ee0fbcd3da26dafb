package io.sparkusher.policies.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sparkusher.policies.LoadResult;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.source.PolicySources;
import io.sparkusher.policies.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each file is policies of which something is to be said; beside it stands what their author is told. */
class ProblemsTest {
    private static final Path RESOURCES = Path.of("src/test/resources");

    @TestFactory
    Stream<DynamicTest> faultsKeepPoliciesFromBeingUsed() throws IOException {
        return tests(RESOURCES.resolve("faults"), false);
    }

    @TestFactory
    Stream<DynamicTest> warningsLetPoliciesBeUsed() throws IOException {
        return tests(RESOURCES.resolve("warnings"), true);
    }

    private static Stream<DynamicTest> tests(Path folder, boolean usable) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(name(file).replace('-', ' '), () -> check(file, usable)));
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".yaml", "");
    }

    private static void check(Path file, boolean usable) {
        LoadResult result = PolicySet.load(new PolicySources(List.of(file), List.of()));
        assertEquals(usable, result instanceof LoadResult.Loaded);
        String told = problems(result).stream()
                .map(problem -> problem.severity() + " " + problem + "\n")
                .collect(Collectors.joining());
        Golden.assertSame(
                file.resolveSibling(name(file) + ".txt"),
                told.replace(file.getParent().toString() + "/", ""));
    }

    private static List<Problem> problems(LoadResult result) {
        return result instanceof LoadResult.Loaded loaded
                ? loaded.warnings()
                : ((LoadResult.Refused) result).problems();
    }
}
