package io.sparkusher.policies.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sparkusher.policies.api.PodSection;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratorsTest {
    @Test
    void everyFieldOfASectionIsGenerated() {
        List<String> fields = Arrays.stream(PodSection.class.getRecordComponents())
                .map(RecordComponent::getName)
                .sorted()
                .toList();
        assertEquals(
                fields,
                SectionField.ALL.stream().map(SectionField::name).sorted().toList(),
                "add what is missing to SectionField.ALL");
    }
}
