package io.sparkusher.webhook.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sparkusher.webhook.certificates.ServingIdentity;
import io.sparkusher.webhook.testing.Identities;
import io.sparkusher.webhook.testing.LoadClients;
import io.sparkusher.webhook.testing.RecordedReviews;
import io.sparkusher.webhook.testing.TestServer;
import io.sparkusher.webhook.testing.TlsClient;
import java.io.IOException;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class ReloadTest {
    private static final int IDENTITIES = 5;
    private static final int NEWCOMERS = 2;

    private final Identities identities = new Identities();

    @Test
    void keepsConnectionsAndShowsTheNewCertificateToNewOnes() throws Exception {
        ServingIdentity next = identities.next();
        try (TestServer server = TestServer.start();
                TlsClient early = server.connect()) {
            assertEquals(200, early.review(RecordedReviews.executor()).status());

            server.use(next);

            assertEquals(200, early.review(RecordedReviews.executor()).status());
            try (TlsClient late = TlsClient.connect(server.port(), next.authorities())) {
                assertEquals(200, late.review(RecordedReviews.executor()).status());
                assertEquals(Identities.certificate(next), shown(late));
                assertEquals("http/1.1", protocolOf(server, next));
            }
            try (TlsClient unaware = server.connect()) {
                assertThrows(SSLHandshakeException.class, () -> unaware.socket().startHandshake());
            }
        }
    }

    private static String protocolOf(TestServer server, ServingIdentity identity) throws IOException {
        try (TlsClient client = TlsClient.connect(server.port(), identity.authorities())) {
            var parameters = client.socket().getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
            client.socket().setSSLParameters(parameters);
            client.socket().startHandshake();
            return client.socket().getApplicationProtocol();
        }
    }

    @Test
    void failsNobodyWhileOneIdentityFollowsAnotherUnderLoad() throws Exception {
        try (TestServer server = TestServer.start()) {
            ServingIdentity first = identities.next();
            server.use(first);
            AtomicBoolean ended = new AtomicBoolean();
            ExecutorService threads = Executors.newFixedThreadPool(NEWCOMERS);
            try (LoadClients clients =
                    LoadClients.start(2, () -> TlsClient.connect(server.port(), first.authorities()))) {
                List<Future<Integer>> newcomers = new ArrayList<>();
                for (int newcomer = 0; newcomer < NEWCOMERS; newcomer++) {
                    newcomers.add(threads.submit(() -> comeAgain(server, first, ended)));
                }
                for (int change = 0; change < IDENTITIES; change++) {
                    ServingIdentity next = identities.next();
                    server.use(next);
                    clients.awaitAnswers(10);
                    try (TlsClient client = TlsClient.connect(server.port(), first.authorities())) {
                        client.socket().startHandshake();
                        assertEquals(Identities.certificate(next), shown(client));
                    }
                }
                ended.set(true);

                for (Future<Integer> newcomer : newcomers) {
                    assertTrue(newcomer.get() > 0);
                }
                assertDoesNotThrow(clients::finish);
                assertEquals(0, clients.unanswered());
            } finally {
                ended.set(true);
                threads.shutdownNow();
            }
        }
    }

    private static int comeAgain(TestServer server, ServingIdentity trusted, AtomicBoolean ended) throws IOException {
        int times = 0;
        while (!ended.get()) {
            try (TlsClient client = TlsClient.connect(server.port(), trusted.authorities())) {
                assertEquals(200, client.review(RecordedReviews.executor()).status());
                times++;
            }
        }
        return times;
    }

    @Test
    void keepsWhatItServesWhereTheNewIsNoCertificate() throws Exception {
        try (TestServer server = TestServer.start()) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> server.use(new ServingIdentity("no chain", "no key", "no authority")));

            try (TlsClient client = server.connect()) {
                assertEquals(200, client.review(RecordedReviews.executor()).status());
                assertEquals(Identities.certificate(server.identity()), shown(client));
            }
        }
    }

    private static Certificate shown(TlsClient client) throws IOException {
        return client.socket().getSession().getPeerCertificates()[0];
    }
}
