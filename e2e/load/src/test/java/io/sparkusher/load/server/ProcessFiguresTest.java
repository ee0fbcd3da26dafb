package io.sparkusher.load.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessFiguresTest {
    @Test
    void addsUpUserAndSystemTimeWhateverTheProcessIsCalled() {
        String stat = "4711 (a) (b c) S 1 4711 4711 0 -1 4194560 9000 0 3 0 250 50 0 0 20 0 30 0 123 456 789";

        assertEquals(Duration.ofSeconds(3), ProcessFigures.cpuOf(stat));
    }

    @Test
    void readsTheResidentMemory() {
        assertEquals(123456, ProcessFigures.residentOf("Name:\tjava\nVmRSS:\t  123456 kB\nRssAnon:\t  100000 kB\n"));
        assertThrows(IllegalArgumentException.class, () -> ProcessFigures.residentOf("Name:\tjava\nState:\tZ\n"));
    }
}
