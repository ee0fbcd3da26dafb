package io.sparkusher.webhook.policyfolder;

import io.sparkusher.policies.kubernetes.KubernetesVersion;
import io.sparkusher.policies.source.PolicySources;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where the policies of one run come from. Closing it ends the access to those that came with the program; they can
 * be read until then.
 */
public final class PolicyLocation implements Closeable {
    private static final Path EXAMPLES = Path.of("examples");

    private final PolicySources sources;
    private final boolean changeable;
    private final String description;
    private final Closeable access;

    private PolicyLocation(PolicySources sources, boolean changeable, String description, Closeable access) {
        this.sources = sources;
        this.changeable = changeable;
        this.description = description;
        this.access = access;
    }

    /**
     * The places that were asked for. Where no policies were, the folder {@code examples} of the working directory; and
     * where there is none, the examples that came with the program.
     */
    public static PolicyLocation of(List<Path> policies, List<Path> pools, KubernetesVersion version)
            throws IOException {
        if (!policies.isEmpty()) {
            return folders(policies, pools, version);
        }
        if (Files.isDirectory(EXAMPLES)) {
            return folders(List.of(EXAMPLES), pools, version);
        }
        EmbeddedExamples examples = EmbeddedExamples.open();
        return new PolicyLocation(
                new PolicySources(examples.paths(), pools, version), false, "the examples that came with it", examples);
    }

    private static PolicyLocation folders(List<Path> policies, List<Path> pools, KubernetesVersion version) {
        String description = policies.stream().map(Path::toString).collect(Collectors.joining(", "));
        return new PolicyLocation(new PolicySources(policies, pools, version), true, description, () -> {});
    }

    public PolicySources sources() {
        return sources;
    }

    /** Whether the files can change while the program runs. */
    public boolean changeable() {
        return changeable;
    }

    /** For people, in the middle of a sentence. */
    public String description() {
        return description;
    }

    @Override
    public void close() throws IOException {
        access.close();
    }
}
