package io.sparkusher.e2e.spark;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HostAlias;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a pod has twice, though Kubernetes tells such things apart by a key: the API server refuses only some of it. */
final class Twice {
    private final List<String> found = new ArrayList<>();

    private Twice() {}

    /** A sentence for each. */
    static List<String> in(Pod pod) {
        Twice twice = new Twice();
        twice.look("owner", pod.getMetadata().getOwnerReferences(), OwnerReference::getUid);
        twice.look("volume", pod.getSpec().getVolumes(), Volume::getName);
        twice.look("toleration", pod.getSpec().getTolerations(), Toleration::toString);
        twice.look("host alias", pod.getSpec().getHostAliases(), HostAlias::getIp);
        List<Container> containers = containers(pod).toList();
        twice.look("container", containers, Container::getName);
        containers.forEach(twice::lookInto);
        return List.copyOf(twice.found);
    }

    private static Stream<Container> containers(Pod pod) {
        return Stream.concat(pod.getSpec().getInitContainers().stream(), pod.getSpec().getContainers().stream());
    }

    private void lookInto(Container container) {
        String of = " of " + container.getName();
        look("variable" + of, container.getEnv(), EnvVar::getName);
        look("source of variables" + of, container.getEnvFrom(), Object::toString);
        look("mount" + of, container.getVolumeMounts(), VolumeMount::getMountPath);
        look("port" + of, container.getPorts(), port -> port.getContainerPort() + port.getProtocol());
    }

    private <T> void look(String what, List<T> list, Function<T, String> key) {
        Set<String> seen = new HashSet<>();
        list.stream()
                .map(key)
                .filter(one -> !seen.add(one))
                .forEach(one -> found.add(what + " " + one + " is there twice"));
    }
}
