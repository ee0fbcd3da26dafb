package io.sparkusher.policies.source;

import io.sparkusher.policies.source.PolicyReader.ReadObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was found in files.
 *
 * @param objects those of our kinds
 * @param namespaces those that are among the files
 */
public record ReadFiles(List<ReadObject> objects, List<ReadNamespace> namespaces) {
    public ReadFiles {
        objects = List.copyOf(objects);
        namespaces = List.copyOf(namespaces);
    }

    /** The labels of the namespaces by name, of which each is there once. */
    public Map<String, Map<String, String>> namespaceLabels() {
        return namespaces.stream().collect(Collectors.toUnmodifiableMap(ReadNamespace::name, ReadNamespace::labels));
    }

    static ReadFiles joined(List<ReadFiles> parts) {
        List<ReadObject> objects = new ArrayList<>();
        List<ReadNamespace> namespaces = new ArrayList<>();
        for (ReadFiles part : parts) {
            objects.addAll(part.objects());
            namespaces.addAll(part.namespaces());
        }
        return new ReadFiles(objects, namespaces);
    }
}
