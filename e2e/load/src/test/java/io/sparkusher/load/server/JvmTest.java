package io.sparkusher.load.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JvmTest {
    @Test
    void isAPathWithFlags() {
        assertEquals(new Jvm(Path.of("/jdk/bin/java"), List.of()), Jvm.parse("/jdk/bin/java"));
        assertEquals(
                new Jvm(Path.of("/jdk/bin/java"), List.of("-Xint", "-Da=b")), Jvm.parse("/jdk/bin/java,-Xint,-Da=b"));
    }

    @Test
    void knowsItsRelease() throws IOException {
        assertEquals(Runtime.version().feature(), Jvm.own(List.of()).release());
    }

    @Test
    void knowsWhetherItHasAnArchiveOfClasses() {
        assertTrue(ClassArchive.isUsedBy(Jvm.parse("java,-XX:AOTCache=file")));
        assertTrue(ClassArchive.isUsedBy(Jvm.parse("java,-Xint,-XX:SharedArchiveFile=file")));
        assertFalse(ClassArchive.isUsedBy(Jvm.parse("java,-Xint")));
    }
}
