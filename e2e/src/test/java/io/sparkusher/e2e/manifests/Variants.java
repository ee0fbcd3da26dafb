package io.sparkusher.e2e.manifests;

import java.util.List;
import java.util.stream.Stream;

/** The ways to install Spark Usher that are looked at. */
final class Variants {
    static final List<String> OVERLAYS = List.of("dev", "ha", "cert-manager", "ignore", "eks", "gke", "aks");

    private static final List<String> CLOUDS = List.of("eks", "gke", "aks");

    private static final List<String> VALUES = List.of(
            "certificates.type=Secret,certificates.secretName=mine",
            "autoscaling.enabled=true",
            "priorityClass.create=false,priorityClass.name=",
            "provisioner.enabled=false,networkPolicy.enabled=false,disruptionBudget.enabled=false",
            "monitoring.podMonitor.enabled=true,monitoring.alerts.enabled=true,imagePullSecrets[0].name=registry",
            "monitoring.sparkPods.jmxAgent=true,monitoring.sparkPods.servlet=true",
            "webhook.excludedNamespaces={a,b},webhook.nodeSelector.a=b,webhook.extraArgs={--kubernetes-version=1.36}");

    private Variants() {}

    static Stream<Variant> all(InstallationTools tools) {
        return Stream.concat(kustomized(tools), tools.helmProgram().isPresent() ? charted(tools) : Stream.empty());
    }

    private static Stream<Variant> kustomized(InstallationTools tools) {
        return Stream.concat(Stream.of("base"), OVERLAYS.stream().map(overlay -> "overlays/" + overlay))
                .map(folder -> new Variant("kustomize " + folder, tools.kustomized(folder)));
    }

    private static Stream<Variant> charted(InstallationTools tools) {
        return Stream.concat(
                OVERLAYS.stream()
                        .map(overlay -> new Variant(
                                "Helm with the values of " + overlay, tools.charted("-f", tools.valuesOf(overlay)))),
                VALUES.stream().map(values -> new Variant("Helm with " + values, tools.charted("--set", values))));
    }

    /** What is applied after the rest, as it is of the kinds that the rest defines. */
    static Stream<Variant> nodePools(InstallationTools tools) {
        return CLOUDS.stream()
                .map(cloud -> "overlays/" + cloud + "/node-pools")
                .map(folder -> new Variant("kustomize " + folder, tools.kustomized(folder)));
    }
}
