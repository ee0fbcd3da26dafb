package io.sparkusher.webhook.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.sparkusher.policies.decision.Decision;
import io.sparkusher.policies.patch.JsonPatch;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/** Each admitted pod as JSON, laid out as kubectl does. */
final class JsonPrinter implements PodPrinter {
    private static final ObjectWriter WRITER =
            ExactJson.MAPPER.writer(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectFieldValueSpacing(Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(new DefaultIndenter("    ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("    ", "\n")));

    private final PrintWriter out;

    JsonPrinter(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void print(PodInput input, Decision decision) {
        if (decision.allowed()) {
            try {
                out.println(WRITER.writeValueAsString(JsonPatch.apply(decision.patch(), input.pod())));
            } catch (JsonProcessingException exception) {
                throw new UncheckedIOException(exception);
            }
        }
    }
}
