package io.sparkusher.certs;

import static io.sparkusher.certs.Samples.MONTH;
import static io.sparkusher.certs.Samples.NAMES;
import static io.sparkusher.certs.Samples.NOW;
import static io.sparkusher.certs.Samples.authority;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServingCertificateTest {
    private static final char[] PASSWORD = "any".toCharArray();

    private final ServingCertificate serving = authority().issue(NAMES, NOW, MONTH);

    @Test
    void remembersTheNamesInTheOrderOfTheRequest() {
        assertEquals(NAMES, List.copyOf(serving.names()));
        assertThrows(UnsupportedOperationException.class, serving.names()::clear);
    }

    @Test
    void writesAChainThatOtherProgramsRead() throws Exception {
        var read = CertificateFactory.getInstance("X.509")
                .generateCertificates(
                        new ByteArrayInputStream(serving.chainPem().getBytes(StandardCharsets.US_ASCII)));

        assertEquals(List.of(serving.certificate()), List.copyOf(read));
    }

    @Test
    void writesItsOwnKeyUnencrypted() throws Exception {
        assertTrue(serving.keyPem().startsWith("-----BEGIN PRIVATE KEY-----"));
        assertTrue(EllipticCurveKeys.match(
                Pem.readKey(serving.keyPem()), serving.certificate().getPublicKey()));
    }

    @Test
    void makesAKeyStoreWithItselfAsTheOnlyEntry() throws Exception {
        KeyStore store = serving.toKeyStore(PASSWORD);

        String alias = Collections.list(store.aliases()).get(0);
        assertEquals(1, store.size());
        assertEquals(Pem.readKey(serving.keyPem()), store.getKey(alias, PASSWORD));
        assertArrayEquals(serving.chain().toArray(), store.getCertificateChain(alias));
    }
}
