package io.sparkusher.webhook.policyfolder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sparkusher.policies.LoadResult.Loaded;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.kubernetes.KubernetesVersion;
import io.sparkusher.policies.source.PolicySources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyLocationTest {
    @Test
    void takesTheFoldersThatAreNamed() throws IOException {
        List<Path> policies = List.of(Path.of("a"), Path.of("b"));
        List<Path> pools = List.of(Path.of("c"));
        try (PolicyLocation location = PolicyLocation.of(policies, pools, KubernetesVersion.NEWEST)) {
            assertEquals(new PolicySources(policies, pools), location.sources());
            assertTrue(location.changeable());
            assertEquals("a, b", location.description());
        }
    }

    @Test
    void takesTheExamplesThatCameWithTheProgramWhereThereIsNoFolder() throws IOException {
        try (PolicyLocation location = PolicyLocation.of(List.of(), List.of(), KubernetesVersion.NEWEST)) {
            Loaded loaded = assertInstanceOf(Loaded.class, PolicySet.load(location.sources()));

            assertTrue(loaded.policies().size() > 0);
            assertFalse(location.changeable());
        }
    }
}
