package io.sparkusher.webhook.policyfolder;

import io.sparkusher.policies.source.PolicySources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells whether the files that policies are read from are still the same, by their names and bytes: times and sizes
 * say too little where whole folders are exchanged through a symbolic link.
 */
public record Fingerprint(String digest) {
    private static final Pattern NAME = Pattern.compile(".+\\.(yaml|yml|json)");

    /** Of the files as they are now. What cannot be read counts as being different from everything that can. */
    public static Fingerprint of(PolicySources sources) {
        MessageDigest digest = sha256();
        Stream.concat(sources.policies().stream(), sources.pools().stream()).forEach(path -> add(digest, path));
        return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
    }

    private static void add(MessageDigest digest, Path path) {
        for (Path file : files(path)) {
            digest.update((file + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(contents(file));
        }
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

    private static byte[] contents(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException exception) {
            return "gone".getBytes(StandardCharsets.UTF_8);
        } catch (IOException exception) {
            return exception.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("Every Java runtime has SHA-256", exception);
        }
    }
}
