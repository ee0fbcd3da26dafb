package io.sparkusher.policies.source;

import java.nio.file.Path;
import java.util.List;

/**
 * Where policies come from. Each path is a file, or a folder of which the files {@code *.yaml}, {@code *.yml} and
 * {@code *.json} are read, folders within it are not.
 *
 * @param policies files and folders of every kind
 * @param pools files and folders of {@code SparkNodePool}s; where there is one, those among {@code policies} do not count
 */
public record PolicySources(List<Path> policies, List<Path> pools) {
    public PolicySources {
        policies = List.copyOf(policies);
        pools = List.copyOf(pools);
    }
}
