package io.sparkusher.webhook.files;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Waits for changes in folders. For one thread alone, but for {@link #close()}. */
public final class FolderEvents implements AutoCloseable {
    private final Collection<Path> folders;
    private final WatchService service;
    private final Map<Path, WatchKey> keys = new HashMap<>();

    /** @param folders need not exist yet */
    public FolderEvents(Collection<Path> folders) throws IOException {
        this.folders = folders;
        service = FileSystems.getDefault().newWatchService();
        register();
    }

    /** Begins to watch the folders that have appeared, or appeared anew, since the last call. */
    public void register() {
        for (Path folder : folders) {
            WatchKey key = keys.get(folder);
            if (key == null || !key.isValid()) {
                register(folder);
            }
        }
    }

    private void register(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            keys.put(folder, folder.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE));
        } catch (IOException exception) {
            // The periodic rescan stands in for the events, and tries again.
            keys.remove(folder);
        }
    }

    /**
     * Waits for a change.
     *
     * @return whether there was one within that time
     */
    public boolean await(Duration time) throws InterruptedException {
        WatchKey key = service.poll(time.toMillis(), TimeUnit.MILLISECONDS);
        if (key == null) {
            return false;
        }
        key.pollEvents();
        key.reset();
        return true;
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
