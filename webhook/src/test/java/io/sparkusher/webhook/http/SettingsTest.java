package io.sparkusher.webhook.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void keepsConnectionsLongerThanTheApiServerDoes() {
        ConnectionTimeouts defaults = ConnectionTimeouts.defaults();

        assertTrue(defaults.idle().compareTo(Duration.ofSeconds(90)) > 0);
        assertTrue(defaults.firstRequest().compareTo(Duration.ofSeconds(90)) > 0);
        assertEquals(
                new ConnectionTimeouts(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(120),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(120)),
                defaults);
    }

    @Test
    void takesAnEighthOfTheHeapForBodiesButTwoBodiesAtLeast() {
        assertEquals(
                new MemoryLimits(DataSize.ofMebibytes(7), DataSize.ofMebibytes(14), DataSize.ofKibibytes(16), 1000),
                MemoryLimits.forHeap(DataSize.ofMebibytes(64)));
        assertEquals(
                DataSize.ofMebibytes(128),
                MemoryLimits.forHeap(DataSize.ofMebibytes(1024)).bodiesInFlight());
    }

    @Test
    void hasRoomForOneBodyAtLeast() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new MemoryLimits(DataSize.ofMebibytes(7), DataSize.ofMebibytes(6), DataSize.ofKibibytes(16), 1));
    }

    @Test
    void usesOneEventLoopForEachCore() {
        ServerSettings settings = ServerSettings.of("127.0.0.1", 8443);

        assertEquals(Runtime.getRuntime().availableProcessors(), settings.eventLoops());
        assertEquals(Duration.ofSeconds(10), settings.lastAnswers());
        assertEquals(8443, settings.port());
    }

    @Test
    void saysSizesInTheirLargestWholeUnit() {
        assertEquals("7 MiB", DataSize.ofMebibytes(7).toString());
        assertEquals("16 KiB", DataSize.ofKibibytes(16).toString());
        assertEquals("1025 bytes", new DataSize(1025).toString());
    }
}
