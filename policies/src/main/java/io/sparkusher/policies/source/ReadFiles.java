package io.sparkusher.policies.source;

import io.sparkusher.policies.source.PolicyReader.ReadObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found in files.
 *
 * @param objects those of our kinds
 * @param namespaceLabels the labels of the namespaces that are among the files, by name
 */
public record ReadFiles(List<ReadObject> objects, Map<String, Map<String, String>> namespaceLabels) {
    public ReadFiles {
        objects = List.copyOf(objects);
        namespaceLabels = Map.copyOf(namespaceLabels);
    }

    static ReadFiles joined(List<ReadFiles> parts) {
        List<ReadObject> objects = new ArrayList<>();
        Map<String, Map<String, String>> namespaceLabels = new HashMap<>();
        for (ReadFiles part : parts) {
            objects.addAll(part.objects());
            namespaceLabels.putAll(part.namespaceLabels());
        }
        return new ReadFiles(objects, namespaceLabels);
    }
}
