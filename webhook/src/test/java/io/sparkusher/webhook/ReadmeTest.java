package io.sparkusher.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sparkusher.webhook.preview.PreviewCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the README shows is what a newcomer sees. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern PREVIEW =
            Pattern.compile("spark-usher\\.jar preview ([^\\n]+)\\n```\\n\\n```diff\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(#[^)]*)?\\)");

    @Test
    void theFirstPreviewPrintsWhatTheReadmeShows() throws IOException {
        Matcher shown = PREVIEW.matcher(Files.readString(ROOT.resolve("README.md")));
        assertTrue(shown.find(), "the README shows a preview and its output");
        StringWriter output = new StringWriter();
        int exitCode = new CommandLine(new PreviewCommand())
                .setOut(new PrintWriter(output))
                .execute(fromHere(shown.group(1)));
        assertEquals(0, exitCode);
        assertEquals(shown.group(2), output.toString());
    }

    @Test
    void everyLinkOfTheDocumentsLeadsSomewhere() throws IOException {
        for (Path document : documents()) {
            Matcher links = LINK.matcher(Files.readString(document));
            while (links.find()) {
                Path target = document.resolveSibling(links.group(1));
                assertTrue(Files.exists(target), document + " links to " + links.group(1));
            }
        }
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> docs =
                Files.exists(ROOT.resolve("docs")) ? Files.list(ROOT.resolve("docs")) : Stream.empty()) {
            return Stream.concat(
                            Stream.of(
                                            "README.md",
                                            "CONTRIBUTING.md",
                                            "e2e/README.md",
                                            "examples/README.md",
                                            "manifests/README.md")
                                    .map(ROOT::resolve),
                            docs.sorted())
                    .toList();
        }
    }

    /** The arguments with paths as seen from the module's folder. */
    private static String[] fromHere(String arguments) {
        return Arrays.stream(arguments.split(" "))
                .map(argument -> Files.exists(ROOT.resolve(argument))
                        ? ROOT.resolve(argument).toString()
                        : argument)
                .toArray(String[]::new);
    }
}
