package io.sparkusher.load.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.sparkusher.policies.LoadResult.Loaded;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.source.PolicySources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFoldersTest {
    private final PolicyFolders folders;

    PolicyFoldersTest(@TempDir Path parent) {
        folders = new PolicyFolders(Path.of("../../examples"), parent);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 10, 101})
    void haveExactlySoManyPolicies(int count) throws IOException {
        assertEquals(count, load(folders.ofCount(count)).size());
    }

    @Test
    void giveThePodsNamespaceTheSamePoliciesWhateverTheCount() throws IOException {
        String few = Files.readString(folders.ofCount(10).resolve("team-a.yaml"));

        assertEquals(few, Files.readString(folders.ofCount(101).resolve("team-a.yaml")));
    }

    @Test
    void haveTheInjectionThatOthersWereMeasuredWith() throws IOException {
        assertEquals(1, load(folders.injection()).size());
    }

    private static PolicySet load(Path folder) {
        return assertInstanceOf(Loaded.class, PolicySet.load(new PolicySources(List.of(folder), List.of())))
                .policies();
    }
}
