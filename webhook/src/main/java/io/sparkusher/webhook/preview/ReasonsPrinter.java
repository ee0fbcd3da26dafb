package io.sparkusher.webhook.preview;

import io.sparkusher.policies.decision.Decision;
import java.io.PrintWriter;

/** The reasons alone. */
final class ReasonsPrinter implements PodPrinter {
    private final PrintWriter out;
    private final ReasonsText text;

    ReasonsPrinter(PrintWriter out, Paint paint) {
        this.out = out;
        this.text = new ReasonsText(paint);
    }

    @Override
    public void print(PodInput input, Decision decision) {
        out.print(text.of(decision.reasons()));
    }
}
