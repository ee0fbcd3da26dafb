package io.sparkusher.webhook.policyfolder;

import io.sparkusher.policies.source.PolicySources;
import io.sparkusher.webhook.files.FileDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells whether the files that policies are read from are still the same. */
public record Fingerprint(String digest) {
    private static final Pattern NAME = Pattern.compile(".+\\.(yaml|yml|json)");

    /** Of the files as they are now. What cannot be read counts as being different from everything that can. */
    public static Fingerprint of(PolicySources sources) {
        List<Path> files = Stream.concat(sources.policies().stream(), sources.pools().stream())
                .flatMap(path -> files(path).stream())
                .toList();
        return new Fingerprint(FileDigest.of(files));
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(Fingerprint::isOfPolicies).sorted().toList();
        } catch (IOException exception) {
            return List.of();
        }
    }

    // Whatever else lies in the folder may be large, and changes nothing.
    private static boolean isOfPolicies(Path file) {
        return NAME.matcher(file.getFileName().toString()).matches() && Files.isRegularFile(file);
    }
}
