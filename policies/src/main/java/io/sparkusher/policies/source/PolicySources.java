package io.sparkusher.policies.source;

import io.sparkusher.policies.kubernetes.KubernetesVersion;
import java.nio.file.Path;
import java.util.List;

/**
 * Where policies come from. Each path is a file, or a folder of which the files {@code *.yaml}, {@code *.yml} and
 * {@code *.json} are read, folders within it are not.
 *
 * @param policies files and folders of every kind
 * @param pools files and folders of {@code SparkNodePool}s; where there is one, those among {@code policies} do not count
 * @param kubernetesVersion the cluster's: what pods are given goes by what it can do
 */
public record PolicySources(List<Path> policies, List<Path> pools, KubernetesVersion kubernetesVersion) {
    public PolicySources {
        policies = List.copyOf(policies);
        pools = List.copyOf(pools);
    }

    /** For a cluster of the newest version of Kubernetes that is known here. */
    public PolicySources(List<Path> policies, List<Path> pools) {
        this(policies, pools, KubernetesVersion.NEWEST);
    }
}
