package io.sparkusher.policies.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.sparkusher.policies.source.Problem.Severity;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * One document of a file: its content, and on which line each of its fields stands. Where something is wrong with a
 * field, nothing more is said of it and of what is in it, as that would be of a value that nobody meant.
 */
public final class SourceDocument {
    private final String file;
    private final DocumentOrigin origin;
    private final JsonNode root;
    private final Map<String, Integer> lines;
    private final Problems problems;
    private final Set<String> settled;

    /**
     * A document.
     *
     * @param faulty the paths of which an error was already reported
     */
    SourceDocument(String file, JsonNode root, Map<String, Integer> lines, Problems problems, Set<String> faulty) {
        this(file, DocumentOrigin.File, root, lines, problems, faulty);
    }

    private SourceDocument(
            String file,
            DocumentOrigin origin,
            JsonNode root,
            Map<String, Integer> lines,
            Problems problems,
            Set<String> faulty) {
        this.file = file;
        this.origin = origin;
        this.root = root;
        this.lines = Map.copyOf(lines);
        this.problems = problems;
        this.settled = new HashSet<>(faulty);
    }

    /**
     * What an API server has or is about to have, which stands in no file and on no line.
     *
     * @param name what problems name in the place of a file
     */
    public static SourceDocument ofObject(String name, DocumentOrigin origin, JsonNode root, Problems problems) {
        return new SourceDocument(name, origin, root, Map.of(), problems, Set.of());
    }

    public DocumentOrigin origin() {
        return origin;
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
        if (!isSettled(path)) {
            problems.add(new Problem(Severity.Error, file, line(path), path, message));
            settle(path);
        }
    }

    /** Reports something that the author should know. */
    public void warning(String path, String message) {
        if (!isSettled(path)) {
            problems.add(new Problem(Severity.Warning, file, line(path), path, message));
        }
    }

    /**
     * Reports a field that there is not. Where it is stored it is passed over, with all that is in it.
     *
     * @param advice what was perhaps meant, as the sentence's end
     */
    void unknownField(String path, String advice) {
        switch (origin) {
            case File, Submitted -> error(path, "there is no such field" + advice);
            case Stored -> {
                warning(path, "there is no such field, so it is ignored" + advice);
                settle(path);
            }
        }
    }

    /** From here on nothing more is said of the field and of what is in it. */
    void settle(String path) {
        settled.add(path);
    }

    private boolean isSettled(String path) {
        for (String at = path; !at.isEmpty(); at = FieldPath.parent(at)) {
            if (settled.contains(at)) {
                return true;
            }
        }
        return settled.contains("");
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
