package io.sparkusher.webhook.policyfolder;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folder {@code examples} inside the program's jar. */
final class EmbeddedExamples implements Closeable {
    private final @Nullable FileSystem jar;
    private final List<Path> paths;

    private EmbeddedExamples(@Nullable FileSystem jar, List<Path> paths) {
        this.jar = jar;
        this.paths = paths;
    }

    static EmbeddedExamples open() throws IOException {
        URL folder = EmbeddedExamples.class.getResource("/examples");
        if (folder == null) {
            return new EmbeddedExamples(null, List.of());
        }
        URI place = uri(folder);
        if (!"jar".equals(place.getScheme())) {
            return new EmbeddedExamples(null, List.of(Path.of(place)));
        }
        FileSystem jar = FileSystems.newFileSystem(place, Map.of());
        return new EmbeddedExamples(jar, List.of(jar.getPath("/examples")));
    }

    private static URI uri(URL url) {
        try {
            return url.toURI();
        } catch (URISyntaxException exception) {
            throw new IllegalStateException("The URL of a resource is a URI", exception);
        }
    }

    /** The folder, or nothing in a build without examples. Cannot be read once this is closed. */
    List<Path> paths() {
        return paths;
    }

    @Override
    public void close() throws IOException {
        if (jar != null) {
            jar.close();
        }
    }
}
