package io.sparkusher.webhook.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JmhResultsTest {
    @Test
    void takesTheBestRoundOfEachBenchmark() throws JsonProcessingException {
        String json = """
                [{
                  "benchmark": "io.sparkusher.policies.benchmark.DecisionBenchmark.decides",
                  "params": {"policies": "10"},
                  "secondaryMetrics": {
                    "allocatedBytes": {"score": 1200, "rawData": [[1300.2, 1100.4], [1200.0]]},
                    "cpuMicroseconds": {"score": 66.6, "rawData": [[22.24, 20.34], [24.02]]}
                  }
                }]
                """;

        assertEquals(
                Map.of("DecisionBenchmark.decides policies=10", new Cost(1_100, 20.3)),
                JmhResults.costs(JsonMapper.builder().build().readTree(json)));
    }
}
