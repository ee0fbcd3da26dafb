package io.sparkusher.policies.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.patch.PatchOperation.Add;
import io.sparkusher.policies.patch.PatchOperation.Remove;
import io.sparkusher.policies.patch.PatchOperation.Replace;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPatchTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String DOCUMENT = """
            {"metadata": {"labels": {"a/b": "1", "c~d": "2"}}, "spec": {"containers": [{"name": "x", "args": ["1", "2"]}]}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/metadata/labels/new | \"v\"",
                "/metadata/labels/a~1b | \"over\"",
                "/metadata/labels | {}",
                "/metadata/annotations | {\"k\": 1.50}",
                "/spec/containers/- | {\"name\": \"y\"}",
                "/spec/containers/0 | {\"name\": \"first\"}",
                "/spec/containers/1 | {\"name\": \"last\"}",
                "/spec/containers/0/args/1 | \"between\"",
                "/spec/containers/0/args/2 | \"end\"",
                "/metadata/- | null",
            })
    void addsAsAnotherLibraryDoes(String path, String value) throws Exception {
        assertSameAsAnotherLibrary(List.of(add(path, value)));
    }

    @ParameterizedTest
    @CsvSource({"/metadata", "/metadata/labels/c~0d", "/spec/containers/0", "/spec/containers/0/args/1"})
    void replacesAndRemovesAsAnotherLibraryDoes(String path) throws Exception {
        assertSameAsAnotherLibrary(List.of(replace(path, "{\"other\": true}")));
        assertSameAsAnotherLibrary(List.of(remove(path)));
    }

    @Test
    void appliesOperationsInTheirOrder() throws Exception {
        assertSameAsAnotherLibrary(List.of(
                add("/spec/volumes", "[]"),
                add("/spec/volumes/-", "{\"name\": \"b\"}"),
                add("/spec/volumes/0", "{\"name\": \"a\"}"),
                replace("/spec/volumes/1/name", "\"c\""),
                remove("/spec/containers/0/args")));
    }

    @ParameterizedTest
    @CsvSource({
        "/absent",
        "/absent/member",
        "/metadata/labels/c~0d/member",
        "/spec/containers/1",
        "/spec/containers/-",
        "/spec/containers/-1",
        "/spec/containers/00",
        "''"
    })
    void refusesToReplaceOrRemoveWhatIsNotThere(String path) throws Exception {
        ObjectNode document = document();

        for (PatchOperation operation : List.of(replace(path, "1"), remove(path))) {
            assertThrows(IllegalArgumentException.class, () -> JsonPatch.apply(List.of(operation), document));
        }
    }

    @ParameterizedTest
    @CsvSource({"/absent/member", "/spec/containers/2", "/spec/containers/name", "/spec/containers/0/name/x"})
    void refusesToAddWhereThereIsNoRoom(String path) throws Exception {
        ObjectNode document = document();
        PatchOperation operation = add(path, "1");

        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> JsonPatch.apply(List.of(operation), document));

        assertTrue(refusal.toString().contains("add " + path + " does not apply: "), refusal.toString());
    }

    @Test
    void leavesTheDocumentAndTheValuesOfTheOperationsAsTheyAre() throws Exception {
        ObjectNode document = document();
        Add volumes = add("/spec/volumes", "[]");

        JsonPatch.apply(List.of(volumes, add("/spec/volumes/-", "1"), remove("/metadata")), document);

        assertEquals(document(), document);
        assertEquals(MAPPER.createArrayNode(), volumes.value());
    }

    @Test
    void knowsEveryKindOfOperationAsJson() throws Exception {
        String text = JsonPatch.asJson(List.of(add("/a", "{\"b\": null}"), replace("/c", "\"é\""), remove("/d")))
                .toString();

        assertEquals("""
                [{"op":"add","path":"/a","value":{"b":null}},\
                {"op":"replace","path":"/c","value":"é"},\
                {"op":"remove","path":"/d"}]""", text);
    }

    @Test
    void isAnEmptyArrayForNoOperations() {
        assertEquals("[]", JsonPatch.asJson(List.of()).toString());
    }

    private static void assertSameAsAnotherLibrary(List<PatchOperation> operations) throws Exception {
        JsonNode expected = com.github.fge.jsonpatch.JsonPatch.fromJson(JsonPatch.asJson(operations))
                .apply(document());

        assertEquals(
                expected.toString(), JsonPatch.apply(operations, document()).toString());
    }

    private static ObjectNode document() throws IOException {
        return (ObjectNode) MAPPER.readTree(DOCUMENT);
    }

    private static Add add(String path, String value) throws IOException {
        return new Add(path, MAPPER.readTree(value), Optional.empty());
    }

    private static Replace replace(String path, String value) throws IOException {
        return new Replace(path, MAPPER.readTree(value), Optional.empty());
    }

    private static Remove remove(String path) {
        return new Remove(path, Optional.empty());
    }
}
