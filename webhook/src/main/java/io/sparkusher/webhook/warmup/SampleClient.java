package io.sparkusher.webhook.warmup;

import io.sparkusher.webhook.certificates.ServingIdentity;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Posts samples to a server on this machine, one after the other. Not an HTTP client of a library: loading one would
 * take longer than the whole warm-up.
 */
final class SampleClient {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final int MAX_HEAD = 8192;

    private final int port;
    private final SSLSocketFactory sockets;
    private final List<byte[]> requests;

    SampleClient(int port, ServingIdentity identity, List<byte[]> samples) {
        this.port = port;
        sockets = trusting(identity.authorities());
        requests = samples.stream().map(SampleClient::request).toList();
    }

    private static SSLSocketFactory trusting(String authorities) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            InputStream pem = new ByteArrayInputStream(authorities.getBytes(StandardCharsets.US_ASCII));
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("authority-" + store.size(), authority);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException exception) {
            throw new IllegalStateException("This Java runtime cannot trust a certificate", exception);
        }
    }

    private static byte[] request(byte[] body) {
        String head = "POST /mutate?timeout=10s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.length + END_OF_HEAD;
        ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + body.length);
        request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        return request.toByteArray();
    }

    /**
     * Sends the samples in turn, as often as the settings say or until the time of {@link System#nanoTime()} has come.
     *
     * @return how many were answered
     */
    int send(WarmUpSettings settings, long deadline) throws IOException {
        int each = settings.reviews() / settings.connections();
        int answered = 0;
        for (int connection = 0; connection < settings.connections() && System.nanoTime() < deadline; connection++) {
            answered += sendOverOne(each, deadline);
        }
        return answered;
    }

    private int sendOverOne(int count, long deadline) throws IOException {
        try (Socket socket = sockets.createSocket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream output = socket.getOutputStream();
            InputStream input = new BufferedInputStream(socket.getInputStream());
            int answered = 0;
            while (answered < count && exchange(socket, output, input, answered, deadline)) {
                answered++;
            }
            return answered;
        }
    }

    /** Whether there was an answer before the time was over. */
    private boolean exchange(Socket socket, OutputStream output, InputStream input, int number, long deadline)
            throws IOException {
        long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        if (left <= 0) {
            return false;
        }
        try {
            socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
            output.write(requests.get(number % requests.size()));
            output.flush();
            skipAnswer(input);
            return true;
        } catch (SocketTimeoutException over) {
            return false;
        }
    }

    private static void skipAnswer(InputStream input) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf(END_OF_HEAD) < 0) {
            int next = input.read();
            if (next < 0 || head.length() > MAX_HEAD) {
                throw new EOFException("The server closed the connection instead of answering");
            }
            head.append((char) next);
        }
        Matcher length = LENGTH.matcher(head);
        input.skipNBytes(length.find() ? Long.parseLong(length.group(1)) : 0);
    }
}
