package io.sparkusher.webhook.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Tells whether files are still the same, by their names and bytes: times and sizes say too little where whole folders
 * are exchanged through a symbolic link.
 */
public final class FileDigest {
    private FileDigest() {}

    /** Of the files as they are now. What cannot be read counts as being different from everything that can. */
    public static String of(List<Path> files) {
        MessageDigest digest = sha256();
        for (Path file : files) {
            digest.update((file + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(contents(file));
        }
        return HexFormat.of().formatHex(digest.digest());
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
