package io.sparkusher.e2e.node;

import io.fabric8.kubernetes.api.model.Pod;
import java.nio.file.Path;
import java.time.Duration;

/** The node that runs containers: what is done to it from outside Kubernetes. */
public record RealNode(NodeSettings settings) {
    private static final Duration TO_LOAD = Duration.ofMinutes(3);
    private static final Duration TO_ANSWER = Duration.ofSeconds(30);

    /** Makes the node take the images of an archive. */
    public void load(Path archive) {
        settings.loadImage().with(archive.toString()).run(TO_LOAD);
    }

    /** Gives an image that the node has a second name. */
    public void alias(String image, String name) {
        containerd("images", "tag", "--force", image, name);
    }

    /** Ends the one container of a pod as the kernel does when memory runs out: without a word before. */
    public void killContainerOf(Pod pod) {
        String container = pod.getStatus().getContainerStatuses().get(0).getContainerID();
        containerd("tasks", "kill", "--signal", "SIGKILL", container.replaceFirst("^containerd://", ""));
    }

    /** Makes a folder on the node in which every user may write. */
    public void makeFolder(String path) {
        settings.onNode().with("mkdir", "--mode=0777", "--parents", path).run(TO_ANSWER);
    }

    /** Removes a folder with what pods have written in it. */
    public void removeFolder(String path) {
        settings.onNode().with("rm", "--recursive", "--force", path).run(TO_ANSWER);
    }

    private void containerd(String... words) {
        settings.onNode().with("ctr", "--namespace", "k8s.io").with(words).run(TO_ANSWER);
    }
}
