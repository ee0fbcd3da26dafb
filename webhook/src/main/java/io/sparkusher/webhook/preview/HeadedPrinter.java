package io.sparkusher.webhook.preview;

import io.sparkusher.policies.decision.Decision;
import io.sparkusher.webhook.preview.Paint.Colour;
import java.io.PrintWriter;

/** Puts a line with the file and the pod above what another printer says, and an empty line between two pods. */
final class HeadedPrinter implements PodPrinter {
    private final PrintWriter out;
    private final Paint paint;
    private final PodPrinter printer;
    private boolean first = true;

    HeadedPrinter(PrintWriter out, Paint paint, PodPrinter printer) {
        this.out = out;
        this.paint = paint;
        this.printer = printer;
    }

    @Override
    public void print(PodInput input, Decision decision) {
        if (!first) {
            out.println();
        }
        first = false;
        out.println(paint.paint(Colour.Bold, "==> " + input.file() + ": " + input.title()));
        printer.print(input, decision);
    }
}
