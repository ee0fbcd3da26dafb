package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/** Adds annotations. Does nothing for an annotation that is there; a pod cannot refuse it. */
public record AnnotationsInjection(Map<String, String> annotations) implements Injection {
    @Override
    public void applyTo(PolicyApplication application) {
        var place = application.pod().metadata().member("annotations");
        annotations.forEach((key, value) ->
                application.value("metadata.annotations[" + key + "]", place.member(key), TextNode.valueOf(value)));
    }
}
