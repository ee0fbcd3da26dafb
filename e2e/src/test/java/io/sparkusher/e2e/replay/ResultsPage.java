package io.sparkusher.e2e.replay;

import io.sparkusher.e2e.Settings;
import io.sparkusher.load.page.NamedSections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where figures go: to the run's evidence always, and onto the project's page where the build says so. */
final class ResultsPage {
    private static final Path PUBLISHED =
            Path.of(System.getProperty("e2e.docs", "docs")).resolve("performance.md");

    private ResultsPage() {}

    /** @param section of the page */
    static void write(Settings settings, String section, String text) throws IOException {
        System.out.println(text);
        Files.writeString(settings.evidence().resolve(section + ".md"), text);
        if (Boolean.getBoolean("performance.update")) {
            NamedSections.read(PUBLISHED).replace(section, text).write(PUBLISHED);
        }
    }
}
