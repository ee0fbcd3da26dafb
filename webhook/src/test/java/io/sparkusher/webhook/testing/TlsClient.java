package io.sparkusher.webhook.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** Speaks to a server byte by byte, so that a test can say what no HTTP client would. */
public final class TlsClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final SSLSocket socket;
    private final InputStream input;

    private TlsClient(SSLSocket socket) throws IOException {
        this.socket = socket;
        input = new BufferedInputStream(socket.getInputStream());
    }

    /** Connected, with the handshake still to come. */
    public static TlsClient connect(int port, String authorities) throws IOException {
        return connect(port, trusting(authorities));
    }

    /** Likewise, with the sessions that the context has kept. */
    static TlsClient connect(int port, SSLContext context) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new TlsClient(socket);
    }

    public static SSLContext trusting(String authorities) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            InputStream pem = new ByteArrayInputStream(authorities.getBytes(StandardCharsets.US_ASCII));
            store.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException exception) {
            throw new AssertionError(exception);
        }
    }

    public SSLSocket socket() {
        return socket;
    }

    public TlsClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public TlsClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    public HttpReply get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").read();
    }

    public TlsClient sendReview(byte[] body) throws IOException {
        return send(head(body.length)).send(body);
    }

    public HttpReply review(byte[] body) throws IOException {
        return sendReview(body).read();
    }

    /** The head of a review with a body of that length. */
    public static String head(long length) {
        return "POST /mutate?timeout=10s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + length + "\r\n\r\n";
    }

    public HttpReply read() throws IOException {
        String[] status = line().split(" ", 3);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] field = line.split(": *", 2);
            headers.put(field[0].toLowerCase(Locale.ROOT), field[1]);
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new HttpReply(
                Integer.parseInt(status[1]), headers, new String(input.readNBytes(length), StandardCharsets.UTF_8));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException("The server closed the connection");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    /** Waits until the server closes the connection, by whatever means. */
    public boolean isClosedByServer() {
        try {
            return input.read() < 0;
        } catch (SocketTimeoutException exception) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
