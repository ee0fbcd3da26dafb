package io.sparkusher.policies.source;

/**
 * Something about a policy file that its author should know.
 *
 * @param severity whether it keeps the policies from being used
 * @param file the file as the reader was told of it
 * @param line counted from 1; 0 where the problem is of the whole file
 * @param path the field at fault, such as {@code spec.executor.env[2].name}; empty for the document itself
 * @param message what is wrong, what was expected, what to do
 */
public record Problem(Severity severity, String file, int line, String path, String message) {
    /** Whether a problem keeps the policies from being used. */
    public enum Severity {
        Error,
        Warning
    }

    /** {@code file:line: path: message}, as compilers print it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        text.append(": ");
        if (!path.isEmpty()) {
            text.append(path).append(": ");
        }
        return text.append(message).toString();
    }
}
