package io.sparkusher.webhook.testing;

import io.sparkusher.webhook.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code spark-usher serve} as a process of its own, on a free port, with one policy. */
public final class ServeProcess implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("listens at https://localhost:(\\d+)");
    private static final int START_LINES = 4;

    private final Path folder;
    private final Process process;
    private final List<String> message;
    private final int port;

    private ServeProcess(Path folder, List<String> ofJvm, List<String> options) throws IOException {
        this.folder = folder;
        Files.writeString(policy(), Policies.labelling("one"));
        process = new ProcessBuilder(Stream.of(java(ofJvm), serve(), options)
                        .flatMap(List::stream)
                        .toList())
                .redirectError(folder.resolve("log").toFile())
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        message = output.lines().limit(START_LINES).toList();
        Matcher matcher = PORT.matcher(String.join("\n", message));
        if (!matcher.find()) {
            throw new AssertionError(message + log());
        }
        port = Integer.parseInt(matcher.group(1));
    }

    private static List<String> java(List<String> options) {
        Stream<String> java = Stream.of(
                ProcessHandle.current().info().command().orElseThrow(), "-cp", System.getProperty("java.class.path"));
        return Stream.concat(java, options.stream()).toList();
    }

    private List<String> serve() {
        return List.of(
                Main.class.getName(), "serve", "--policies=" + policy(), "--port=0", "--write-ca=" + authority());
    }

    /** Ready. All of its files are in that folder. */
    public static ServeProcess start(Path folder, String... options) throws IOException {
        return startOn(List.of(), folder, options);
    }

    /** Ready likewise, on a JVM with options of its own. */
    public static ServeProcess startOn(List<String> ofJvm, Path folder, String... options) throws IOException {
        ServeProcess started = new ServeProcess(folder, ofJvm, List.of(options));
        Eventually.holds("it is ready", () -> started.get("/readyz").status() == 200);
        return started;
    }

    public Path policy() {
        return folder.resolve("policy.yaml");
    }

    public Path authority() {
        return folder.resolve("ca.crt");
    }

    public int port() {
        return port;
    }

    /** What it printed for people. */
    public List<String> message() {
        return message;
    }

    /** What it logged until now. */
    public String log() {
        return read(folder.resolve("log"));
    }

    public TlsClient connect() throws IOException {
        return TlsClient.connect(port, read(authority()));
    }

    public HttpReply get(String path) {
        try (TlsClient client = connect()) {
            return client.get(path);
        } catch (IOException exception) {
            throw new AssertionError(log(), exception);
        }
    }

    /** Sends it the signal to end. */
    public void terminate() {
        process.destroy();
    }

    /** Waits for its end, and gives its exit code. */
    public int awaitExit() throws InterruptedException {
        return process.waitFor();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
