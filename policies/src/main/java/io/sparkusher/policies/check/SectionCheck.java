package io.sparkusher.policies.check;

import io.sparkusher.policies.api.Placement;
import io.sparkusher.policies.api.PodSection;
import io.sparkusher.policies.api.ServiceAccountChoice;
import io.sparkusher.policies.kubernetes.Names;
import io.sparkusher.policies.pod.Role;
import io.sparkusher.policies.source.DocumentOrigin;
import io.sparkusher.policies.source.FieldPath;
import java.util.Objects;
import java.util.Optional;

/** Checks one section of a policy. */
record SectionCheck(Checks checks, Optional<Role> role, String path) {
    void check(PodSection section) {
        checks.labels(path + ".labels", section.labels());
        checks.labels(path + ".nodeSelector", section.nodeSelector());
        section.annotations()
                .keySet()
                .forEach(key -> checks.name(FieldPath.member(path + ".annotations", key), key, Names.Qualified));
        new ReservedNamesCheck(checks).check(path, section);
        VolumesCheck volumes = new VolumesCheck(checks);
        volumes.files(path + ".configMaps", section.configMaps());
        volumes.files(path + ".secrets", section.secrets());
        volumes.volumes(path + ".volumes", section.volumes(), role);
        volumes.mounts(path + ".volumeMounts", section.volumeMounts());
        new EnvironmentCheck(checks).variables(path + ".env", section.env());
        new EnvironmentCheck(checks).sources(path + ".envFrom", section.envFrom());
        if (section.localDirs() != null) {
            new LocalDirsCheck(checks).check(path + ".localDirs", section.localDirs());
        }
        if (section.metrics() != null) {
            new MetricsCheck(checks).check(path + ".metrics", section.metrics(), role);
        }
        if (section.nodePool() != null) {
            new NodePoolCheck(checks).check(path + ".nodePool", section.nodePool(), role);
        }
        new TolerationsCheck(checks).check(path + ".tolerations", section.tolerations());
        if (section.placement() != null) {
            placement(section.placement());
        }
        if (section.serviceAccount() != null) {
            serviceAccount(section.serviceAccount());
        }
        new PortsCheck(checks).check(path + ".ports", section.ports());
        new SecurityCheck(checks).check(path, section);
        new EntryPointCheck(checks).check(path, section);
        if (section.resources() != null) {
            new ResourcesCheck(checks).check(path + ".resources", section.resources());
        }
        if (section.lifecycle() != null) {
            new LifecycleCheck(checks).check(path + ".lifecycle", section.lifecycle());
        }
        new PodSpecCheck(checks).check(path, section);
        new ResolutionCheck(checks).check(path, section);
        if (section.affinity() != null) {
            new AffinityCheck(checks).check(path + ".affinity", section.affinity());
        }
        new ContainersCheck(checks).check(path, section);
        new TopologySpreadCheck(checks).check(path + ".topologySpreadConstraints", section.topologySpreadConstraints());
        new DoublesCheck(checks).check(path, section);
    }

    private void placement(Placement placement) {
        String at = path + ".placement";
        if (!role.equals(Optional.of(Role.Executor))) {
            checks.error(at, "is about the executors of one application: it belongs under spec.executor");
        }
        if (placement.spread() != null
                && placement.together() != null
                && placement.spread().over() == placement.together().over()) {
            checks.error(at, "wants the same " + placement.spread().over() + " apart and together: keep one");
        }
    }

    private void serviceAccount(ServiceAccountChoice account) {
        checks.name(path + ".serviceAccount.name", account.name(), Names.Subdomain);
        if (Objects.equals(account.provision(), true) && checks.document().origin() == DocumentOrigin.File) {
            checks.document()
                    .warning(
                            path + ".serviceAccount.provision",
                            "has no effect for policies that come from files: create the account " + account.name()
                                    + " in the namespace yourself");
        }
    }
}
