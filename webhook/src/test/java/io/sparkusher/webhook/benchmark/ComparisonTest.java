package io.sparkusher.webhook.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Baseline ONCE = measured(Map.of("reads", new Cost(1_000, 10)));

    @Test
    void toleratesWhatDiffersFromRunToRun() {
        assertEquals(List.of(), new Comparison(ONCE, measured(Map.of("reads", new Cost(1_050, 10)))).grown());
    }

    @Test
    void tellsOfMoreBytesThanThat() {
        assertEquals(List.of("reads"), new Comparison(ONCE, measured(Map.of("reads", new Cost(1_051, 10)))).grown());
    }

    @Test
    void neverTakesExceptionToATimeOrToWhatIsNew() {
        Baseline now = measured(Map.of("reads", new Cost(1_000, 100), "writes", new Cost(5_000, 10)));

        assertEquals(List.of(), new Comparison(ONCE, now).grown());
    }

    @Test
    void putsRatiosBesideTheFigures() {
        Baseline now = measured(Map.of("reads", new Cost(900, 15), "writes", new Cost(5_000, 1)));

        List<String> rows = new Comparison(ONCE, now)
                .table()
                .lines()
                .map(line -> line.replaceAll(" +", " "))
                .toList();

        assertEquals("reads | 1000 | 900 | 0.90 | 10.0 | 15.0 | 1.50", rows.get(rows.size() - 2));
        assertEquals("writes | - | 5000 | - | - | 1.0 | -", rows.get(rows.size() - 1));
    }

    private static Baseline measured(Map<String, Cost> costs) {
        return new Baseline("a machine", new TreeMap<>(costs));
    }
}
