package io.sparkusher.webhook.warmup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Reviews as the API server sends them for what {@code spark-submit} creates. */
final class Samples {
    private static final String NAMESPACE = "\"namespace\": \"default\"";
    // Enough for every kind of injection that a cluster has in use, whatever the number of its namespaces.
    private static final int MAX_NAMESPACES = 10;

    private Samples() {}

    /**
     * A driver and an executor in each of the namespaces, or in {@code default} where there are none.
     *
     * @param namespaces those that have policies: a review that meets none exercises next to nothing
     */
    static List<byte[]> in(Set<String> namespaces) {
        Stream<String> chosen = namespaces.isEmpty()
                ? Stream.of("default")
                : namespaces.stream().sorted();
        return chosen.limit(MAX_NAMESPACES)
                .flatMap(namespace -> Stream.of("driver", "executor").map(name -> read(name, namespace)))
                .toList();
    }

    private static byte[] read(String name, String namespace) {
        try (InputStream resource = Samples.class.getResourceAsStream("/warm-up/" + name + ".json")) {
            String sample = new String(Objects.requireNonNull(resource, name).readAllBytes(), StandardCharsets.UTF_8);
            return sample.replace(NAMESPACE, "\"namespace\": \"" + namespace + "\"")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
