package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sparkusher.policies.patch.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The arguments of a driver's container: those of the image's entry point up to the word {@code driver}, then options of
 * {@code spark-submit}, the application, and the application's own arguments, which are not looked at.
 */
record SubmitArguments(Place list) {
    static final String LONG_OPTION = "--conf";

    private static final String DRIVER = "driver";
    private static final Set<String> OPTIONS = Set.of(LONG_OPTION, "-c");

    /** The options that take no value: SparkSubmitOptionParser's switches. */
    private static final Set<String> SWITCHES = Set.of(
            "--help", "-h", "--supervise", "--usage-error", "--verbose", "-v", "--version", "--load-spark-defaults");

    /** Where a property is set: the index of the argument, and what stands in it before the property's name. */
    private record Setting(int index, String prefix, String name, String value) {}

    /** Whether there is the word after which options of {@code spark-submit} begin. */
    boolean hasDriver() {
        return firstOption() > 0;
    }

    /** The property's value, of several the last, as that counts. */
    Optional<String> property(String name) {
        return setting(name).map(Setting::value);
    }

    /** Sets the property where it is set, or else behind those that stand right after the word {@code driver}. */
    void set(String name, String value) {
        Optional<Setting> setting = setting(name);
        if (setting.isPresent()) {
            String argument = setting.get().prefix() + name + "=" + value;
            list.element(setting.get().index()).set(TextNode.valueOf(argument));
            return;
        }
        int index = firstOption();
        while (OPTIONS.contains(argument(index))) {
            index += 2;
        }
        list.insert(index, TextNode.valueOf(LONG_OPTION));
        list.insert(index + 1, TextNode.valueOf(name + "=" + value));
    }

    private Optional<Setting> setting(String name) {
        return settings().stream()
                .filter(setting -> setting.name().equals(name))
                .reduce((first, second) -> second);
    }

    private List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        int index = firstOption();
        while (index > 0 && argument(index).startsWith("-")) {
            String option = argument(index);
            if (OPTIONS.contains(option)) {
                add(settings, index + 1, "");
            } else if (option.startsWith(LONG_OPTION + "=")) {
                add(settings, index, LONG_OPTION + "=");
            }
            boolean single = SWITCHES.contains(option) || (option.startsWith("--") && option.contains("="));
            index += single ? 1 : 2;
        }
        return settings;
    }

    private void add(List<Setting> settings, int index, String prefix) {
        String[] property = argument(index).substring(prefix.length()).split("=", 2);
        if (property.length == 2) {
            settings.add(new Setting(index, prefix, property[0], property[1]));
        }
    }

    /** The index after the word {@code driver}, 0 where there is none. */
    private int firstOption() {
        JsonNode arguments = list.value();
        for (int index = 0; index < arguments.size(); index++) {
            if (arguments.path(index).asText().equals(DRIVER)) {
                return index + 1;
            }
        }
        return 0;
    }

    private String argument(int index) {
        return list.value().path(index).asText();
    }
}
