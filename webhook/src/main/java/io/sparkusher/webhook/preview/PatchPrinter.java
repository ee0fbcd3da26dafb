package io.sparkusher.webhook.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.patch.JsonPatch;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/** The JSON Patch of each pod on a line of its own. */
final class PatchPrinter implements PodPrinter {
    private final PrintWriter out;

    PatchPrinter(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void print(PodInput input, Decision decision) {
        try {
            out.println(ExactJson.MAPPER.writeValueAsString(JsonPatch.asJson(decision.patch())));
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
