package io.sparkusher.load.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An archive of the classes that a start loads, made at the end of one start to make later ones short: an AOT cache
 * where the JDK has these, and AppCDS elsewhere.
 */
public record ClassArchive(String kind, String make, String use) {
    private static final int FIRST_WITH_SHORT_AOT_OPTIONS = 25;
    private static final ClassArchive AOT = new ClassArchive("AOT cache", "-XX:AOTCacheOutput=", "-XX:AOTCache=");
    private static final ClassArchive APP_CDS =
            new ClassArchive("AppCDS", "-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile=");

    /** The best that the JDK can make. */
    public static ClassArchive of(Jvm jvm) throws IOException {
        return jvm.release() >= FIRST_WITH_SHORT_AOT_OPTIONS ? AOT : APP_CDS;
    }

    /** Whether the JVM is told of an archive already. */
    public static boolean isUsedBy(Jvm jvm) {
        return jvm.flags().stream()
                .anyMatch(flag -> List.of(AOT, APP_CDS).stream().anyMatch(archive -> flag.startsWith(archive.use())));
    }

    /** The JVM with an archive that is made for it now, by a start with these policies. */
    public Jvm makeFor(Jvm jvm, Servers servers, Path policies, Path file) throws IOException, InterruptedException {
        Files.deleteIfExists(file);
        try (ServerProcess server = servers.unpinned("archive", jvm.with(make + file), policies)) {
            // Its end writes the archive.
            server.cpu();
        }
        if (!Files.exists(file)) {
            throw new IllegalStateException("%s wrote no archive %s".formatted(jvm.java(), file));
        }
        return jvm.with(use + file);
    }
}
