package io.sparkusher.webhook.preview;

import io.sparkusher.policies.decision.Decision;
import io.sparkusher.webhook.preview.Paint.Colour;
import java.io.PrintWriter;

/** For people: what changes and by whom, the reasons, and what comes of it. */
final class DiffPrinter implements PodPrinter {
    private final PrintWriter out;
    private final Paint paint;

    DiffPrinter(PrintWriter out, Paint paint) {
        this.out = out;
        this.paint = paint;
    }

    @Override
    public void print(PodInput input, Decision decision) {
        printDiff(input, decision);
        out.println(paint.paint(Colour.Bold, "Reasons"));
        out.print(new ReasonsText(paint).of(decision.reasons()).indent(2));
        out.println();
        if (!decision.warnings().isEmpty()) {
            out.println(paint.paint(Colour.Bold, "Warnings to whoever creates the pod"));
            decision.warnings().forEach(warning -> out.println("  " + paint.paint(Colour.Yellow, warning)));
            out.println();
        }
        out.println(outcome(input.title(), decision));
    }

    private void printDiff(PodInput input, Decision decision) {
        if (decision.patch().isEmpty()) {
            return;
        }
        out.println(paint.paint(Colour.Bold, "--- " + input.title() + " as submitted"));
        out.println(paint.paint(Colour.Bold, "+++ " + input.title() + " as admitted"));
        out.println(new DiffText(paint).of(PodDiff.of(input.pod(), decision.patch())));
    }

    private String outcome(String title, Decision decision) {
        String change = decision.patch().isEmpty() ? "unchanged" : "changed";
        return decision.denial()
                .map(denial -> paint.paint(Colour.Red, title + " is denied: " + denial))
                .orElseGet(() -> paint.paint(Colour.Green, title + " is admitted, " + change));
    }
}
