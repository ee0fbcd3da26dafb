package io.sparkusher.policies.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.golden.Documents;
import io.sparkusher.policies.source.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DroppedFieldsTest {
    @ParameterizedTest(name = "applied {0}, stored {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{a: 1, b: {c: 1, d: 2}}   | {a: 1, b: {c: 1}}          | [spec.b.d]",
                "{a: 1, b: {c: 1}}         | {a: 1}                     | [spec.b]",
                "{l: [{a: 1, b: 2}]}       | {l: [{a: 1}]}              | [spec.l[0].b]",
                "{a: 1, b: 2}              | {a: 1.0, x: defaulted}     | [spec.b]",
                "{a: 1, b: null}           | {a: 1}                     | []",
                "{a: 1, b: 2}              | {a: 3}                     | []",
                "{l: [1, 2], b: 2}         | {l: [1]}                   | []",
                "{a: {b: 1}, c: 2}         | {a: text}                  | []",
                "{a: 1}                    | {a: 1}                     | []",
            })
    void areThoseThatWereAppliedAndNotStoredWhereAllElseIsAsItWasApplied(String applied, String stored, String paths) {
        ObjectNode object = object(stored);
        annotate(object, object(applied).toString());
        assertEquals(paths, paths(object).toString());
    }

    @Test
    void areNotLookedForInWhatIsOfAnotherObjectOrNoJson() {
        ObjectNode object = object("{a: 1}");
        annotate(object, object("{a: 1, b: 2}").toString().replace("etl", "other"));
        assertEquals(List.of(), paths(object));
        annotate(object, "{not json");
        assertEquals(List.of(), paths(object));
    }

    private static List<String> paths(ObjectNode object) {
        return DroppedFields.problems(StoredObject.of(object)).stream()
                .map(Problem::path)
                .toList();
    }

    private static void annotate(ObjectNode object, String lastApplied) {
        object.withObject("/metadata/annotations").put("kubectl.kubernetes.io/last-applied-configuration", lastApplied);
    }

    private static ObjectNode object(String spec) {
        return Documents.parseYaml("kind: SparkPodPolicy\nmetadata: {name: etl, namespace: team-a}\nspec: " + spec);
    }
}
