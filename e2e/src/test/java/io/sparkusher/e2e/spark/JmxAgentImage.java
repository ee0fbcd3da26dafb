package io.sparkusher.e2e.spark;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;

/** The image with the JMX agent's jar, whose archive the build names. */
record JmxAgentImage(Path archive, String name) {
    private static final String ARCHIVE = "e2e.jmx.agent.archive";
    private static final String NAME = "e2e.jmx.agent.image";

    /** Skips the test where there is none. */
    static JmxAgentImage assumeThere() {
        String archive = System.getProperty(ARCHIVE, "");
        assumeTrue(
                !archive.isBlank(),
                ARCHIVE + " names no image of the JMX agent: e2e/README.md says how the build is told of one");
        return new JmxAgentImage(Path.of(archive), System.getProperty(NAME, "localhost/jmx-agent:e2e"));
    }
}
