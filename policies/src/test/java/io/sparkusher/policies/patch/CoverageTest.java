package io.sparkusher.policies.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest(name = "{0} covers {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{a: 1, b: 2}            | {a: 1}                   | true",
                "{a: 1}                  | {a: 1, b: 2}             | false",
                "{a: 1}                  | {a: 1.0}                 | true",
                "{a: 1}                  | {a: '1'}                 | false",
                "{}                      | {a: '', b: false, c: 0, d: [], e: null} | true",
                "{}                      | {a: {}}                  | false",
                "{a: true}               | {a: false}               | false",
                "{a: [1, 2]}             | {a: [1, 2]}              | true",
                "{a: [1, 2, 3]}          | {a: [1, 2]}              | false",
                "{a: [{b: 1}, {c: 2}]}   | {a: [{c: 2}]}            | true",
                "{a: [{b: 1}, {c: 2}]}   | {a: [{b: 1}]}            | true",
                "{a: text}               | {a: []}                  | false",
                "{}                      | {limits: {}}             | true",
                "{}                      | {limits: {cpu: 1}}       | false",
                "{}                      | {limits: x}              | false",
                "{a: [{b: 1}, {c: 2}]}   | {a: [{c: 2}, {b: 1}]}    | false",
                "{a: [{b: 1}]}           | {a: [{b: 1}, {b: 1}]}    | false",
                "{a: null}               | {a: null}                | true",
                "{a: 1}                  | {a: null}                | false",
                "{a: text}               | {a: {}}                  | false",
                "{sizeLimit: 1Gi}        | {sizeLimit: 1024Mi}      | true",
                "{sizeLimit: 1Gi}        | {sizeLimit: 1G}          | false",
                "{limits: {cpu: '1'}}    | {limits: {cpu: 1}}       | true",
                "{limits: {cpu: '1'}}    | {limits: {cpu: 1000m}}   | true",
                "{limits: {cpu: x}}      | {limits: {cpu: y}}       | false",
                "{command: ['1Gi']}      | {command: ['1024Mi']}    | false",
                "[{env: [{name: a, valueFrom: {fieldRef: {apiVersion: v1, fieldPath: x}}}]}] | [{env: [{name: a, valueFrom: {fieldRef: {fieldPath: x}}}]}] | true",
            })
    void coversWhatSaysNoLess(String present, String wanted, boolean covers) throws JsonProcessingException {
        assertEquals(covers, Coverage.covers(JSON.readTree(quoted(present)), JSON.readTree(quoted(wanted))));
    }

    /** JSON with the quotes that a table is better to read without. */
    private static String quoted(String json) {
        return json.replace("'", "\"")
                .replaceAll("([{,] ?)([A-Za-z]+):", "$1\"$2\":")
                .replaceAll(": (?!null|true|false)([A-Za-z][A-Za-z0-9]*|[0-9]+[A-Za-z]+)", ": \"$1\"");
    }
}
