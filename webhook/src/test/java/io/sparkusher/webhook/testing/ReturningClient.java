package io.sparkusher.webhook.testing;

import java.io.IOException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;

/** A client that comes again and again, and keeps its TLS sessions. */
public final class ReturningClient {
    private static final String MARK = "known";

    private final SSLContext context;
    private final String version;

    /** @param version of TLS, such as {@code TLSv1.3} */
    public ReturningClient(String authorities, String version) {
        context = TlsClient.trusting(authorities);
        this.version = version;
    }

    /** Connects, and says whether that resumed a session of an earlier time. */
    public boolean resumes(int port) throws IOException {
        try (TlsClient client = TlsClient.connect(port, context)) {
            client.socket().setEnabledProtocols(new String[] {version});
            // With TLS 1.3, what it takes to resume comes after the handshake: it is read ahead of the answer.
            int status = client.get("/healthz").status();
            SSLSession session = client.socket().getSession();
            if (status != 200 || !session.getProtocol().equals(version)) {
                throw new AssertionError(status + " by " + session.getProtocol());
            }
            boolean isKnown = session.getValue(MARK) != null;
            session.putValue(MARK, MARK);
            return isKnown;
        }
    }
}
