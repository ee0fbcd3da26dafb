package io.sparkusher.e2e.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An overlay of the shipped manifests, as an admin writes one who has his image elsewhere. */
final class Kustomization {
    private Kustomization() {}

    /**
     * Writes the overlay that runs an image which the node has already.
     *
     * @return its folder
     */
    static Path write(NodeSettings settings, String image) {
        Path folder = settings.work().resolve("overlay");
        String[] label = settings.nodeSelector().split("=", 2);
        String text = """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources:
                  - %s
                patches:
                  - target: {kind: Deployment}
                    patch: |-
                      - {op: replace, path: /spec/template/spec/containers/0/image, value: %s}
                      - {op: add, path: /spec/template/spec/containers/0/imagePullPolicy, value: IfNotPresent}
                      - {op: add, path: /spec/template/spec/nodeSelector, value: {%s: %s}}
                """.formatted(folder.relativize(settings.manifests().resolve("base")), image, label[0], label[1]);
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("kustomization.yaml"), text);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return folder;
    }
}
