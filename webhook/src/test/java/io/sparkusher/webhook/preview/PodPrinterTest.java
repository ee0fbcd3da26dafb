package io.sparkusher.webhook.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.decision.Reason;
import io.sparkusher.policies.decision.ReasonCode;
import io.sparkusher.policies.patch.JsonPatch;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PodPrinterTest {
    private static final Decision DENIAL = new Decision(
            Optional.of("SparkPodPolicy team-a/etl: the volume hadoop-conf is taken; rename one of the two"),
            List.of(),
            List.of(Reason.ofReview(ReasonCode.Denied, "The volume hadoop-conf is taken")),
            List.of(),
            Map.of());

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void showsWhatChangesInEveryFormat(OutputFormat format) throws Exception {
        String text = print(format, false, DecisionFixture.decision("driver-decision.yaml"));

        Golden.assertMatches("driver-" + format + ".txt", text);
    }

    @Test
    void coloursWhatPeopleReadOnTerminals() throws Exception {
        String text = print(OutputFormat.diff, true, DecisionFixture.decision("driver-decision.yaml"));

        Golden.assertMatches("driver-diff-coloured.txt", text.replace("\u001B", "<ESC>"));
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void showsADenial(OutputFormat format) throws Exception {
        Golden.assertMatches("denied-" + format + ".txt", print(format, false, DENIAL));
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void tellsSeveralPodsApart(OutputFormat format) throws Exception {
        Decision unchanged = new Decision(
                Optional.empty(),
                List.of(),
                List.of(Reason.ofReview(ReasonCode.NoPolicies, "No policy stands in namespace team-a")),
                List.of(),
                Map.of());
        PodInput pod = DecisionFixture.pod("small-pod.yaml");
        StringWriter text = new StringWriter();
        PodPrinter printer = format.printer(new PrintWriter(text, true), new Paint(false), true);

        printer.print(pod, unchanged);
        printer.print(pod, DENIAL);
        printer.print(pod, unchanged);

        Golden.assertMatches("several-" + format + ".txt", text.toString());
    }

    @Test
    void yieldsTheSamePodAsYamlAndAsJson() throws Exception {
        Decision decision = DecisionFixture.decision("driver-decision.yaml");
        ObjectNode expected = JsonPatch.apply(
                decision.patch(), DecisionFixture.pod("driver.yaml").pod());

        JsonNode json = ExactJson.MAPPER.readTree(print(OutputFormat.json, false, decision));
        JsonNode yaml = DecisionFixture.parse(print(OutputFormat.yaml, false, decision));

        assertEquals(expected.toString(), json.toString());
        assertEquals(expected.toString(), yaml.toString());
    }

    private static String print(OutputFormat format, boolean coloured, Decision decision) throws Exception {
        StringWriter text = new StringWriter();
        format.printer(new PrintWriter(text, true), new Paint(coloured), false)
                .print(DecisionFixture.pod("driver.yaml"), decision);
        return text.toString();
    }
}
