package io.sparkusher.webhook.admission;

import java.util.List;

/**
 * Whether an object should be stored.
 *
 * @param errors why not, a sentence each; empty where it should
 * @param warnings for whoever stores it
 */
public record ObjectCheck(List<String> errors, List<String> warnings) {
    public static final ObjectCheck NOTHING_TO_SAY = new ObjectCheck(List.of(), List.of());

    public ObjectCheck {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    public boolean passed() {
        return errors.isEmpty();
    }
}
