package io.sparkusher.e2e.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a program and a server, which is gone for the program whenever the wire is cut. */
final class CuttableWire implements AutoCloseable {
    private final InetSocketAddress server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ServerSocket listener;
    private volatile boolean cut;

    CuttableWire(InetSocketAddress server) throws IOException {
        this.server = server;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    /** From now on all connections are broken, and new ones break at once. */
    void cut() {
        cut = true;
        open.forEach(CuttableWire::quietlyClose);
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                connect(listener.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket program) {
        open.add(program);
        try {
            Socket onward = new Socket(server.getAddress(), server.getPort());
            open.add(onward);
            start(() -> copy(program, onward));
            start(() -> copy(onward, program));
            if (cut) {
                quietlyClose(program);
                quietlyClose(onward);
            }
        } catch (IOException unreachable) {
            quietlyClose(program);
        }
    }

    private void copy(Socket from, Socket to) {
        try (from;
                to) {
            InputStream input = from.getInputStream();
            input.transferTo(to.getOutputStream());
        } catch (IOException broken) {
            // Both ends are closed by now, which is all that there is to do.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void quietlyClose(Socket socket) {
        try {
            socket.close();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }
}
