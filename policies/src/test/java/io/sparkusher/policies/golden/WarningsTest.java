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

/** Each file is policies that can be used and had better be changed; beside it stands what their author is told. */
class WarningsTest {
    private static final Path WARNINGS = Path.of("src/test/resources/warnings");

    @TestFactory
    Stream<DynamicTest> warnings() throws IOException {
        try (Stream<Path> files = Files.list(WARNINGS)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(name(file).replace('-', ' '), () -> check(file)));
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".yaml", "");
    }

    private static void check(Path file) {
        LoadResult result = PolicySet.load(new PolicySources(List.of(file), List.of()));
        LoadResult.Loaded loaded = assertInstanceOf(LoadResult.Loaded.class, result);
        String told = loaded.warnings().stream()
                .map(problem -> problem.severity() + " " + problem + "\n")
                .collect(Collectors.joining());
        Golden.assertSame(WARNINGS.resolve(name(file) + ".txt"), told.replace(WARNINGS.toString() + "/", ""));
    }
}
