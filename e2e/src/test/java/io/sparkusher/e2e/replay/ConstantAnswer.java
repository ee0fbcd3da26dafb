package io.sparkusher.e2e.replay;

import static org.awaitility.Awaitility.await;

import io.sparkusher.e2e.ChildProcess;
import io.sparkusher.e2e.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that gives every review the same answer, on the same JVM as Spark Usher: the least that a webhook costs. */
record ConstantAnswer(ChildProcess process, Path output, Path authorityFile) implements AutoCloseable {
    private static final Duration TO_BE_READY = Duration.ofMinutes(1);
    private static final Pattern READY = Pattern.compile("Ready at (\\d+)");

    /** @param answer a review with an answer, as JSON */
    static ConstantAnswer start(Settings settings, List<String> jvmOptions, String answer) throws IOException {
        Path output = settings.evidence().resolve("constant-answer.out");
        Path authority = settings.evidence().resolve("constant-answer.ca.crt");
        Path file = Files.writeString(settings.evidence().resolve("constant-answer.json"), answer);
        List<String> command = new ArrayList<>();
        command.add(settings.java().toString());
        command.addAll(jvmOptions);
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "io.sparkusher.load.ConstantServer",
                "--host=127.0.0.1",
                "--port=0",
                "--answer=" + file,
                "--write-ca=" + authority));
        ChildProcess process =
                ChildProcess.start(command, output, settings.evidence().resolve("constant-answer.log"));
        return new ConstantAnswer(process, output, authority);
    }

    void awaitReady() {
        await("the constant answer, whose log is " + process.log())
                .atMost(TO_BE_READY)
                .failFast("The constant answer ended; its log is " + process.log(), () -> !process.isAlive())
                .until(() -> READY.matcher(Files.readString(output)).find());
    }

    URI url() throws IOException {
        Matcher ready = READY.matcher(Files.readString(output));
        if (!ready.find()) {
            throw new IllegalStateException("It has not said where it listens; see " + output);
        }
        return URI.create("https://127.0.0.1:" + ready.group(1) + "/mutate");
    }

    byte[] authority() throws IOException {
        return Files.readAllBytes(authorityFile);
    }

    @Override
    public void close() {
        process.close();
    }
}
