package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/** Adds labels. Does nothing for a label that is there; a pod cannot refuse it. */
public record LabelsInjection(Map<String, String> labels) implements Injection {
    @Override
    public void applyTo(PolicyApplication application) {
        var place = application.pod().metadata().member("labels");
        labels.forEach((key, value) ->
                application.value("metadata.labels[" + key + "]", place.member(key), TextNode.valueOf(value)));
    }
}
