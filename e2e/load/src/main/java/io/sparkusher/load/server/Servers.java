package io.sparkusher.load.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the servers that are compared. */
public final class Servers {
    private final Programs programs;
    private final Pinning pinning;
    private final Path folder;

    /**
     * What there is to start.
     *
     * @param usher the jar that is shipped
     * @param load the jar that this class is in
     * @param options of every JVM
     */
    public record Programs(Path usher, Path load, List<String> options) {
        public Programs {
            options = List.copyOf(options);
        }
    }

    /** @param folder for what they write */
    public Servers(Programs programs, Pinning pinning, Path folder) {
        this.programs = programs;
        this.pinning = pinning;
        this.folder = folder;
    }

    /** {@code serve} with a folder's policies, on its core. */
    public ServerProcess usher(String name, Jvm jvm, Path policies) throws IOException, InterruptedException {
        return usher(pinning.server(), name, jvm, policies);
    }

    /** {@code serve} with a folder's policies, on all cores. */
    public ServerProcess unpinned(String name, Jvm jvm, Path policies) throws IOException, InterruptedException {
        return usher(pinning.free(), name, jvm, policies);
    }

    private ServerProcess usher(List<String> prefix, String name, Jvm jvm, Path policies)
            throws IOException, InterruptedException {
        ServerFiles files = ServerFiles.in(folder, name);
        List<String> command = java(prefix, jvm);
        command.addAll(List.of("-jar", programs.usher().toString(), "serve", "--drain=0s", "--policies=" + policies));
        return start(command, files);
    }

    /** The server whose answer is made already, on the same core and with the same JVM options. */
    public ServerProcess constant(String name, Jvm jvm, Path answer) throws IOException, InterruptedException {
        ServerFiles files = ServerFiles.in(folder, name);
        List<String> command = java(pinning.server(), new Jvm(jvm.java(), List.of()));
        String classPath = programs.usher() + ":" + programs.load();
        command.addAll(List.of("-cp", classPath, "io.sparkusher.load.ConstantServer", "--answer=" + answer));
        return start(command, files);
    }

    private List<String> java(List<String> prefix, Jvm jvm) {
        List<String> command = new ArrayList<>(prefix);
        command.add(jvm.java().toString());
        command.addAll(programs.options());
        command.addAll(jvm.flags());
        return command;
    }

    private static ServerProcess start(List<String> command, ServerFiles files)
            throws IOException, InterruptedException {
        command.addAll(List.of("--port=0", "--write-ca=" + files.authority()));
        return ServerProcess.start(command, files);
    }
}
