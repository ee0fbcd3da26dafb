package io.sparkusher.webhook.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sparkusher.webhook.certificates.ServingIdentity;
import io.sparkusher.webhook.testing.Identities;
import io.sparkusher.webhook.testing.ReturningClient;
import io.sparkusher.webhook.testing.TestServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that comes again needs no whole TLS handshake, as long as the certificate is the same. */
class SessionResumptionTest {
    private final Identities identities = new Identities();

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void resumesTheSessionOfAClientThatComesAgain(String version) throws Exception {
        try (TestServer server = TestServer.start()) {
            ReturningClient client = new ReturningClient(server.identity().authorities(), version);

            assertFalse(client.resumes(server.port()));
            assertTrue(client.resumes(server.port()));
            assertTrue(client.resumes(server.port()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void showsANewCertificateToAClientThatHasASessionOfTheOneBefore(String version) throws Exception {
        ServingIdentity first = identities.next();
        try (TestServer server = TestServer.start()) {
            server.use(first);
            ReturningClient client = new ReturningClient(first.authorities(), version);
            client.resumes(server.port());

            server.use(identities.next());

            assertFalse(client.resumes(server.port()));
            assertTrue(client.resumes(server.port()));
        }
    }
}
