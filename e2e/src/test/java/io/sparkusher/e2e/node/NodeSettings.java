package io.sparkusher.e2e.node;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the build tells the tests that need a node.
 *
 * @param manifests the folder with {@code base}
 * @param reviews the recorded reviews, which the tests of the policies use too
 * @param work the folder for what the tests generate
 * @param evidence the folder for what the tests measured, and for what a failed test leaves behind
 * @param kubectl the command of this machine's kubectl
 * @param image the name that the image has in its archive
 * @param imageArchive the archive of the image
 * @param loadImage the command that makes the node take an image from an archive, whose path comes last
 * @param onNode the command that runs another on the node
 * @param nodeSelector the label of the node, as {@code key=value}
 * @param controlPlane the file that lists the processes of the control plane, where it runs on this machine and may be hurt
 * @param auditLog the API server's audit log, where it writes one
 */
public record NodeSettings(
        Path manifests,
        Path reviews,
        Path work,
        Path evidence,
        Command kubectl,
        String image,
        Path imageArchive,
        Command loadImage,
        Command onNode,
        String nodeSelector,
        Optional<Path> controlPlane,
        Optional<Path> auditLog) {
    private static final String ON_NODE = "e2e.node.run";

    /** Whether the build names a node. */
    static boolean nameANode() {
        return optional(ON_NODE).isPresent();
    }

    static NodeSettings ofTheBuild() {
        Path evidence = Path.of(required("e2e.evidence"));
        return new NodeSettings(
                Path.of(required("e2e.manifests")),
                Path.of(required("e2e.reviews")),
                evidence.resolveSibling("node"),
                evidence.resolve("node"),
                Command.ofProperty(optional("e2e.kubectl").orElse("kubectl")),
                required("e2e.image.name"),
                Path.of(required("e2e.image.archive")),
                Command.ofProperty(required("e2e.image.load")),
                Command.ofProperty(required(ON_NODE)),
                optional("e2e.node.label").orElse("type=real"),
                optional("e2e.control-plane.processes").map(Path::of),
                optional("e2e.audit.log").map(Path::of));
    }

    private static String required(String name) {
        return optional(name)
                .orElseThrow(() -> new IllegalStateException("The system property " + name + " is not set, but "
                        + ON_NODE + " is: e2e/README.md says what a real node needs"));
    }

    private static Optional<String> optional(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
    }
}
