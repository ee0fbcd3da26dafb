package io.sparkusher.webhook.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.patch.JsonPatch;
import io.sparkusher.policies.patch.PatchOperation;
import io.sparkusher.policies.patch.PatchOperation.Add;
import io.sparkusher.policies.patch.PatchOperation.Remove;
import io.sparkusher.policies.patch.PatchOperation.Replace;
import io.sparkusher.webhook.preview.DiffRow.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PodDiffTest {
    @Test
    void tellsApartWhoAddedEqualLines() throws Exception {
        assertEquals(
                """
                 env:
                 - name: A
                   value: same
                +- name: A  # one
                +  value: same  # one
                +- name: A  # two
                +  value: same  # two
                """,
                changes(
                        "{env: [{name: A, value: same}]}",
                        add("/env/-", "{name: A, value: same}", "one"),
                        add("/env/-", "{name: A, value: same}", "two")));
    }

    @Test
    void creditsWhatIsAddedIntoAnAdditionToItsOwnPolicy() throws Exception {
        assertEquals(
                """
                +labels:  # one
                +  a: '1'  # one
                +  b: '2'  # two
                """,
                changes("{}", add("/labels", "{a: '1'}", "one"), add("/labels/b", "'2'", "two"))
                        .replace("-{}\n", ""));
    }

    @Test
    void showsTheOldValueWithWhoReplacedIt() throws Exception {
        assertEquals("""
                 a: kept
                -b: old  # one
                +b: new  # one
                """, changes("{a: kept, b: old}", replace("/b", "new", "one")));
    }

    @Test
    void showsThatAnAdditionReplacesAMemberThatIsThere() throws Exception {
        assertEquals("""
                -labels:  # one
                -  a: b  # one
                +labels:  # one
                +  c: d  # one
                """, changes("{labels: {a: b}}", add("/labels", "{c: d}", "one")));
    }

    @Test
    void creditsARemoval() throws Exception {
        assertEquals("""
                 list:
                 - a
                -- b  # one
                 - c
                """, changes("{list: [a, b, c]}", remove("/list/1", "one")));
    }

    @Test
    void showsAReplacementByAnEqualValueAsOne() throws Exception {
        assertEquals("""
                -a: true  # one
                +a: true  # one
                 b: true
                """, changes("{a: true, b: true}", replace("/a", "true", "one")));
    }

    @Test
    void creditsWhatNoPolicyAskedForToTheProgram() throws Exception {
        assertEquals("""
                 a: b
                +c: d  # spark-usher
                """, changes("{a: b}", new Add("/c", json("d"), Optional.empty())));
    }

    @Test
    void creditsNobodyWhereALineOnlyLooksDifferent() throws Exception {
        assertEquals("""
                -annotations: {}
                +annotations:
                +  a: b  # one
                """, changes("{annotations: {}}", add("/annotations/a", "b", "one")));
    }

    @Test
    void creditsEveryLineOfATextToWhoAddedIt() throws Exception {
        assertEquals(
                """
                 a: b
                +c: |  # one
                +  first  # one
                +
                +  # like a comment  # one
                """.replace("+\n", "+  # one\n"),
                changes("{a: b}", add("/c", "\"first\\n\\n# like a comment\\n\"", "one")));
    }

    @Test
    void showsThePodBeforeAndAfterAndNothingElse() throws Exception {
        ObjectNode pod = DecisionFixture.pod("driver.yaml").pod();
        Decision decision = DecisionFixture.decision("driver-decision.yaml");

        List<DiffRow> rows = PodDiff.of(pod, decision.patch());

        assertEquals(YamlText.of(pod), without(Kind.Added, rows));
        assertEquals(YamlText.of(JsonPatch.apply(decision.patch(), pod)), without(Kind.Removed, rows));
    }

    private static String without(Kind kind, List<DiffRow> rows) {
        return rows.stream()
                .filter(row -> row.kind() != kind)
                .map(row -> row.line().text() + "\n")
                .collect(Collectors.joining());
    }

    private static String changes(String pod, PatchOperation... patch) throws Exception {
        return PodDiff.of((ObjectNode) json(pod), List.of(patch)).stream()
                .map(row -> row.text()
                        + row.author().map(author -> "  # " + author.strip()).orElse("") + "\n")
                .collect(Collectors.joining());
    }

    private static Add add(String path, String value, String author) throws Exception {
        return new Add(path, json(value), policy(author));
    }

    private static Replace replace(String path, String value, String author) throws Exception {
        return new Replace(path, json(value), policy(author));
    }

    private static Remove remove(String path, String author) {
        return new Remove(path, policy(author));
    }

    /** One whose name is but one word, to keep the expected texts short. */
    private static Optional<PolicyReference> policy(String name) {
        return Optional.of(new PolicyReference("", "", name, OptionalLong.empty()));
    }

    private static JsonNode json(String yaml) throws Exception {
        return DecisionFixture.parse(yaml);
    }
}
