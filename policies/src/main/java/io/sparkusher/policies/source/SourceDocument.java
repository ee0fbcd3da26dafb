package io.sparkusher.policies.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.sparkusher.policies.source.Problem.Severity;
import java.util.Map;

/** One document of a file: its content, and on which line each of its fields stands. */
public final class SourceDocument {
    private final String file;
    private final JsonNode root;
    private final Map<String, Integer> lines;
    private final Problems problems;
    private boolean errors;

    SourceDocument(String file, JsonNode root, Map<String, Integer> lines, Problems problems, boolean errors) {
        this.file = file;
        this.root = root;
        this.lines = Map.copyOf(lines);
        this.problems = problems;
        this.errors = errors;
    }

    public JsonNode root() {
        return root;
    }

    /** {@code file:line} of the document's first line. */
    public String position() {
        return file + ":" + line("");
    }

    /** Reports something that keeps the policies from being used. */
    public void error(String path, String message) {
        errors = true;
        problems.add(new Problem(Severity.Error, file, line(path), path, message));
    }

    /** Whether something was reported that keeps the policies from being used. */
    public boolean hasErrors() {
        return errors;
    }

    /** Reports something that the author should know. */
    public void warning(String path, String message) {
        problems.add(new Problem(Severity.Warning, file, line(path), path, message));
    }

    /** The line of a field, or of the nearest field around it that is there. */
    private int line(String path) {
        for (String at = path; !at.isEmpty(); at = FieldPath.parent(at)) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
        }
        return lines.getOrDefault("", 0);
    }
}
