package io.sparkusher.e2e.replay;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** What is to be undone, the last first: the API server must stop asking before nobody answers. */
final class Begun implements AutoCloseable {
    private final Deque<Runnable> undoing = new ArrayDeque<>();

    /** Remembers how to undo it. */
    <T> T add(T begun, Consumer<? super T> undo) {
        undoing.push(() -> undo.accept(begun));
        return begun;
    }

    /** Undoes everything, also where undoing one thing fails. */
    @Override
    public void close() {
        Runnable last = undoing.poll();
        if (last != null) {
            try {
                last.run();
            } finally {
                close();
            }
        }
    }
}
