package io.sparkusher.webhook.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ContactTest {
    private final AtomicBoolean watching = new AtomicBoolean();
    private final AtomicReference<String> version = new AtomicReference<>();
    private final Contact contact = new Contact(watching::get, version::get);

    @Test
    void isNeverBeforeTheFirstList() {
        look(1);

        assertEquals(Instant.EPOCH, contact.last());
        assertFalse(contact.isConnected());
    }

    @Test
    void isTheLastChangeOrBookmark() {
        version.set("10");
        watching.set(true);
        look(1);
        look(2);
        assertEquals(Instant.ofEpochSecond(1), contact.last());

        version.set("11");
        look(3);
        look(4);
        assertEquals(Instant.ofEpochSecond(3), contact.last());
    }

    @Test
    void isTheMomentAtWhichAWatchResumes() {
        version.set("10");
        watching.set(true);
        look(1);
        watching.set(false);
        look(2);
        assertEquals(Instant.ofEpochSecond(1), contact.last());

        watching.set(true);
        look(3);
        assertEquals(Instant.ofEpochSecond(3), contact.last());
        assertTrue(contact.isConnected());
    }

    private void look(long second) {
        contact.look(Instant.ofEpochSecond(second));
    }
}
