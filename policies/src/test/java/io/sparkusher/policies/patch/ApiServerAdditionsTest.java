package io.sparkusher.policies.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiServerAdditionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest(name = "{0} says no more than {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a': 1}                                | {'a': 1}                  | true",
                "{'a': 1, 'b': 2}                        | {'a': 1}                  | false",
                "{'a': 1, 'b': null}                     | {'a': 1}                  | true",
                "{'a': 1, 'b': {}}                       | {'a': 1}                  | true",
                "{'a': 1, 'b': []}                       | {'a': 1}                  | true",
                "{'a': 1, 'b': ''}                       | {'a': 1}                  | true",
                "{'a': 1, 'b': {'c': 1}}                 | {'a': 1}                  | false",
                "{'a': 1, 'b': [1]}                      | {'a': 1}                  | false",
                "{'a': 1, 'b': 'x'}                      | {'a': 1}                  | false",
                "{'port': 1, 'path': '/'}                | {'port': 1}               | true",
                "{'port': 1, 'path': '/x'}               | {'port': 1}               | false",
                "{'port': 1, 'other': '/'}               | {'port': 1}               | false",
                "{'name': 'a', 'imagePullPolicy': 'Always'} | {'name': 'a'}          | true",
                "{'limits': {'cpu': 1}, 'requests': {'cpu': 1}} | {'limits': {'cpu': 1}} | true",
                "{'requests': {'cpu': 1, 'memory': 1}}   | {'requests': {'cpu': 1}}  | true",
                "{'name': 'a', 'env': [{'name': 'x'}]}   | {'name': 'a'}             | true",
                "{'env': [{'name': 'x'}, {'name': 'y'}]} | {'env': [{'name': 'y'}]}  | true",
                "{'env': [{'name': 'x'}, {'name': 'y'}]} | {'env': [{'name': 'x'}]}  | true",
                "{'env': [{'name': 'y', 'more': 1}]}     | {'env': [{'name': 'y'}]}  | false",
                "{'items': [{'name': 'x'}, {'name': 'y'}]} | {'items': [{'name': 'y'}]} | false",
                "{'items': [{'name': 'x'}, {'name': 'y'}]} | {'items': [{'name': 'x'}]} | false",
                "{'items': [{'name': 'y', 'mode': 1}]}   | {'items': [{'name': 'y'}]} | false",
                "{'items': [{'name': 'y'}]}              | {'items': [{'name': 'y'}]} | true",
            })
    void isWhatTheApiServerFillsInAndAddsToLists(String present, String wanted, boolean expected)
            throws JsonProcessingException {
        assertEquals(
                expected,
                ApiServerAdditions.areAllThatIsMore(
                        JSON.readTree(present.replace('\'', '"')), JSON.readTree(wanted.replace('\'', '"'))));
    }
}
