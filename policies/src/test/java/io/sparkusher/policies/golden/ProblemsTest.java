package io.sparkusher.policies.golden;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.sparkusher.policies.LoadResult;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.source.PolicySources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each file is policies with faults; beside it stands what their author is told. */
class ProblemsTest {
    private static final Path FAULTS = Path.of("src/test/resources/faults");

    @TestFactory
    Stream<DynamicTest> faults() throws IOException {
        try (Stream<Path> files = Files.list(FAULTS)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(name(file).replace('-', ' '), () -> check(file)));
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".yaml", "");
    }

    private static void check(Path file) {
        LoadResult result = PolicySet.load(new PolicySources(List.of(file), List.of()));
        LoadResult.Refused refused = assertInstanceOf(LoadResult.Refused.class, result);
        String told = refused.problems().stream()
                .map(problem -> problem.severity() + " " + problem + "\n")
                .collect(Collectors.joining());
        Golden.assertSame(FAULTS.resolve(name(file) + ".txt"), told.replace(FAULTS.toString() + "/", ""));
    }
}
