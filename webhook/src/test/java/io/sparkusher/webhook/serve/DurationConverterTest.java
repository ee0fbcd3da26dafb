package io.sparkusher.webhook.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {
    private final DurationConverter converter = new DurationConverter();

    @Test
    void readsANumberAndItsUnit() {
        assertEquals(Duration.ofMillis(500), converter.convert("500ms"));
        assertEquals(Duration.ofSeconds(5), converter.convert("5s"));
        assertEquals(Duration.ofMinutes(1), converter.convert("1m"));
        assertEquals(Duration.ZERO, converter.convert("0s"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "-5s", "5h", "1.5s", "5 s", "9999999s", "PT5S"})
    void refusesEverythingElse(String text) {
        assertThrows(TypeConversionException.class, () -> converter.convert(text));
    }
}
