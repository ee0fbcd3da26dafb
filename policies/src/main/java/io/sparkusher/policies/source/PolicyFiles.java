package io.sparkusher.policies.source;

import io.sparkusher.policies.api.SparkNodePool;
import io.sparkusher.policies.source.PolicyReader.ReadObject;
import io.sparkusher.policies.source.Problem.Severity;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the files and folders that policies come from. */
public final class PolicyFiles {
    /** An escaped slash, behind any number of escaped backslashes. */
    private static final Pattern ESCAPED_SLASH = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\/");

    private PolicyFiles() {}

    /** Every object of our kinds, and namespaces; files that cannot be read are among the problems. */
    public static ReadFiles read(PolicySources sources, Problems problems) {
        ReadFiles policies = readAll(sources.policies(), problems);
        if (sources.pools().isEmpty()) {
            return policies;
        }
        List<ReadObject> objects = new ArrayList<>(policies.objects());
        objects.removeIf(read -> read.object() instanceof SparkNodePool);
        readAll(sources.pools(), problems).objects().stream()
                .filter(read -> read.object() instanceof SparkNodePool)
                .forEach(objects::add);
        return new ReadFiles(objects, policies.namespaces());
    }

    private static ReadFiles readAll(List<Path> paths, Problems problems) {
        return ReadFiles.joined(paths.stream()
                .flatMap(path -> files(path, problems))
                .map(file -> read(file, problems))
                .toList());
    }

    private static Stream<Path> files(Path path, Problems problems) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, "[!.]*.{yaml,yml,json}")) {
            return StreamSupport.stream(entries.spliterator(), false)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException exception) {
            problems.add(
                    new Problem(Severity.Error, path.toString(), 0, "", "cannot be read: " + exception.getMessage()));
            return Stream.empty();
        }
    }

    /** JSON is YAML but for one escape, which is put right without moving a line. */
    private static String text(Path file) throws IOException {
        String text = Files.readString(file);
        return file.toString().endsWith(".json") ? ESCAPED_SLASH.matcher(text).replaceAll("$1/") : text;
    }

    private static ReadFiles read(Path file, Problems problems) {
        try {
            return PolicyReader.read(file.toString(), text(file), problems);
        } catch (CharacterCodingException exception) {
            problems.add(new Problem(Severity.Error, file.toString(), 0, "", "is not UTF-8 text"));
        } catch (IOException exception) {
            String cause = Files.notExists(file)
                    ? "there is no such file or folder"
                    : "cannot be read: " + exception.getMessage();
            problems.add(new Problem(Severity.Error, file.toString(), 0, "", cause));
        }
        return new ReadFiles(List.of(), List.of());
    }
}
