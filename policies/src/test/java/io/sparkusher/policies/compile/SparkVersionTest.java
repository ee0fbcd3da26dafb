package io.sparkusher.policies.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparkVersionTest {
    @ParameterizedTest(name = "{0} compared with {1} is {2}")
    @CsvSource({
        "3.5.5-amzn-1, 3.5.5, 0",
        "3.5.5.3.3.7190.0-91, 3.5.5, 1",
        "3.5, 3.5.0, 0",
        "3.10.0, 3.9, 1",
        "3.4.9, 3.5, -1",
        "4.1.1, 4, 1",
        "4.0.0-preview2, 4, 0",
    })
    void comparesByTheNumericPrefix(String first, String second, int order) {
        assertEquals(
                order,
                SparkVersion.parse(first)
                        .orElseThrow()
                        .compareTo(SparkVersion.parse(second).orElseThrow()));
    }

    @Test
    void isNoneWithoutANumberInFront() {
        assertEquals(Optional.empty(), SparkVersion.parse("v3.5"));
        assertEquals(Optional.empty(), SparkVersion.parse(""));
        assertEquals(Optional.empty(), SparkVersion.parse(null));
    }
}
