package io.sparkusher.certs;

import static io.sparkusher.certs.Samples.authority;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedAuthoritiesTest {
    private final CertificateAuthority signing = authority();
    private final CertificateAuthority next = authority();
    private final TrustBundle retired = TrustBundle.EMPTY.with(authority());
    private final SharedAuthorities all =
            SharedAuthorities.beginning(signing, retired).prepare(next);

    @Test
    void readsWhatItWrote() throws InvalidPemException {
        SharedAuthorities read = SharedAuthorities.read(all.texts());

        assertEquals(all.texts(), read.texts());
        assertEquals(all.trusted(), read.trusted());
    }

    @Test
    void writesNoEntryForWhatThereIsNot() {
        assertEquals(
                Set.of("authority.key", "authority.crt"),
                SharedAuthorities.beginning(signing, TrustBundle.EMPTY).texts().keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "authority.key,,authority.key and authority.crt: There is no PEM block",
        "authority.crt,-----BEGIN CERTIFICATE-----,authority.key and authority.crt: The PEM is damaged",
        "next.key,,next.key and next.crt: There is no PEM block",
        "retired.crt,nonsense,retired.crt: There is no PEM block"
    })
    void namesTheEntryThatIsMissingOrDamaged(String entry, String text, String message) {
        Map<String, String> texts = new HashMap<>(all.texts());
        if (text == null) {
            texts.remove(entry);
        } else {
            texts.put(entry, text);
        }

        InvalidPemException exception = assertThrows(InvalidPemException.class, () -> SharedAuthorities.read(texts));
        assertTrue(String.valueOf(exception.getMessage()).startsWith(message), exception::getMessage);
    }

    @Test
    void refusesTheKeyOfAnotherAuthority() {
        Map<String, String> texts = new HashMap<>(all.texts());
        texts.put("authority.key", next.keyPem());

        assertThrows(InvalidPemException.class, () -> SharedAuthorities.read(texts));
    }

    @Test
    void countsNoAuthorityAsSigningAndRetired() {
        assertEquals(
                TrustBundle.EMPTY,
                SharedAuthorities.beginning(signing, TrustBundle.EMPTY.with(signing))
                        .retired());
    }
}
