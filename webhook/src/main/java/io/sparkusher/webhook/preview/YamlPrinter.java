package io.sparkusher.webhook.preview;

import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.patch.JsonPatch;
import java.io.PrintWriter;

/** Each admitted pod as a document of YAML. */
final class YamlPrinter implements PodPrinter {
    private final PrintWriter out;
    private boolean first = true;

    YamlPrinter(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void print(PodInput input, Decision decision) {
        if (!decision.allowed()) {
            return;
        }
        if (!first) {
            out.println("---");
        }
        first = false;
        out.print(YamlText.of(JsonPatch.apply(decision.patch(), input.pod())));
    }
}
