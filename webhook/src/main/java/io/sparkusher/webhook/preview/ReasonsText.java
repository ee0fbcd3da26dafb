package io.sparkusher.webhook.preview;

import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.decision.Reason;
import io.sparkusher.policies.decision.ReasonCode;
import io.sparkusher.webhook.preview.Paint.Colour;
import java.util.List;
import java.util.function.Function;

/** Reasons as a table: code, policy, sentence. */
final class ReasonsText {
    private final Paint paint;

    ReasonsText(Paint paint) {
        this.paint = paint;
    }

    /** One line for each reason, ended by a line feed. */
    String of(List<Reason> reasons) {
        int codes = width(reasons, reason -> reason.code().name());
        int policies = width(reasons, ReasonsText::policy);
        StringBuilder text = new StringBuilder();
        for (Reason reason : reasons) {
            text.append(paint.paint(colour(reason.code()), padded(reason.code().name(), codes)));
            text.append(padded(policy(reason), policies));
            text.append(reason.sentence()).append('\n');
        }
        return text.toString();
    }

    private static String policy(Reason reason) {
        return reason.policy().map(PolicyReference::toString).orElse("");
    }

    private static int width(List<Reason> reasons, Function<Reason, String> column) {
        return reasons.stream().map(column).mapToInt(String::length).max().orElse(0);
    }

    /** A column without any text takes no room. */
    private static String padded(String text, int width) {
        return width == 0 ? "" : text + " ".repeat(width - text.length() + 2);
    }

    private static Colour colour(ReasonCode code) {
        return switch (code.kind()) {
            case Passed -> Colour.Dim;
            case Applied -> Colour.Green;
            case Skipped, Advised -> Colour.Yellow;
            case Denied -> Colour.Red;
        };
    }
}
