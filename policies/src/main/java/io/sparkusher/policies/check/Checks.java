package io.sparkusher.policies.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.sparkusher.policies.kubernetes.Names;
import io.sparkusher.policies.source.FieldPath;
import io.sparkusher.policies.source.SourceDocument;
import io.sparkusher.policies.variables.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the checks of one document have in common: where to report to, and the rules that many fields share. */
record Checks(SourceDocument document) {
    void error(String path, String message) {
        document.error(path, message);
    }

    void name(String path, String name, Names rule) {
        rule.fault(Template.sample(name)).ifPresent(fault -> error(path, fault));
    }

    /** A name in JSON that must be there. */
    void requiredName(String path, JsonNode name, Names rule) {
        if (name.asText().isEmpty()) {
            error(path, "is missing: a text is required");
        } else {
            name(path, name.asText(), rule);
        }
    }

    void labels(String path, Map<String, String> labels) {
        labels.forEach((key, value) -> {
            name(FieldPath.member(path, key), key, Names.Qualified);
            name(FieldPath.member(path, key), value, Names.LabelValue);
        });
    }

    /** Kubernetes' rule, and ours that it begins at the root, so that nobody has to know the image's working folder. */
    void mountPath(String path, String mountPath) {
        String sample = Template.sample(mountPath);
        if (!sample.startsWith("/") || sample.contains(":")) {
            error(path, "is \"" + mountPath + "\", expected an absolute path without a colon, as in /etc/hadoop/conf");
        }
    }

    /** Reports elements with a key that an element before them has. */
    <T> void unique(String path, List<T> elements, String member, Function<T, String> key) {
        Map<String, Integer> seen = new HashMap<>();
        for (int index = 0; index < elements.size(); index++) {
            String name = key.apply(elements.get(index));
            Integer before = seen.putIfAbsent(name, index);
            if (before != null && !name.isEmpty()) {
                error(
                        FieldPath.member(FieldPath.element(path, index), member),
                        "is " + name + " again, as at " + FieldPath.element(path, before) + ": keep one");
            }
        }
    }
}
