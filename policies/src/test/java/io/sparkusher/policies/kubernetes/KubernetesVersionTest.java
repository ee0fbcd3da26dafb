package io.sparkusher.policies.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesVersionTest {
    @ParameterizedTest
    @ValueSource(strings = {"1.28", "v1.28.3-eks-1", "1.28+", "v1.28.15-gke.1503000", " 1.28 "})
    void readsWhatTheTextBeginsWith(String text) {
        assertEquals(Optional.of(new KubernetesVersion(1, 28)), KubernetesVersion.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "latest", "version 1.28", "1.x", "1.99999"})
    void readsNothingElse(String text) {
        assertEquals(Optional.empty(), KubernetesVersion.parse(text));
    }

    @Test
    void hasNativeSidecarsFromOneTwentyNine() {
        assertFalse(new KubernetesVersion(1, 28).hasNativeSidecars());
        assertTrue(new KubernetesVersion(1, 29).hasNativeSidecars());
        assertTrue(new KubernetesVersion(2, 0).hasNativeSidecars());
    }

    @Test
    void hasImageVolumesFromOneThirtySix() {
        assertFalse(new KubernetesVersion(1, 35).hasImageVolumes());
        assertTrue(new KubernetesVersion(1, 36).hasImageVolumes());
    }

    @Test
    void isWrittenAsPeopleSayIt() {
        assertEquals("1.36", KubernetesVersion.NEWEST.toString());
    }
}
