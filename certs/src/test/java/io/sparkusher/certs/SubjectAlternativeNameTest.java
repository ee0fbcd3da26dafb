package io.sparkusher.certs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sparkusher.certs.SubjectAlternativeName.DnsName;
import io.sparkusher.certs.SubjectAlternativeName.IpAddress;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectAlternativeNameTest {
    @ParameterizedTest
    @CsvSource({
        "localhost, localhost",
        "Spark-Usher.Spark.SVC, spark-usher.spark.svc",
        "*.spark.svc, *.spark.svc",
        "1password.com, 1password.com",
        "xn--bcher-kva.example, xn--bcher-kva.example",
    })
    void readsADnsNameInLowerCase(String text, String canonical) {
        assertEquals(new DnsName(canonical), SubjectAlternativeName.parse(text));
        assertEquals(canonical, SubjectAlternativeName.parse(text).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "::1, 0:0:0:0:0:0:0:1",
        "2001:DB8::a, 2001:db8:0:0:0:0:0:a",
        "2001:db8:0:0:0:0:0:A, 2001:db8:0:0:0:0:0:a",
    })
    void readsAnAddressInItsCanonicalForm(String text, String canonical) {
        SubjectAlternativeName name = SubjectAlternativeName.parse(text);

        assertInstanceOf(IpAddress.class, name);
        assertEquals(canonical, name.text());
        assertEquals(canonical, name.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "under_score",
                "-a",
                "a-",
                "a..b",
                ".a",
                "a.",
                "a.*",
                "*",
                "*a.b",
                "bücher.de",
                "a/b"
            })
    void refusesWhatIsNoDnsName(String text) {
        String message = refusal(text);

        assertTrue(message.startsWith("\"" + text + "\" is not a DNS name: write labels"), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "256.0.0.1",
                "010.0.0.1",
                "10.0.0",
                "10",
                "1.2.3.4.5",
                "10.0.0.0/8.1",
                "localhost:8443",
                "https://localhost",
                "[::1]",
                "::1%lo",
                "fe80::1%1",
                "1:2",
                "::g",
                "::1/128",
            })
    void refusesWhatIsMeantAsAnAddressAndIsNone(String text) {
        String message = refusal(text);

        assertTrue(message.startsWith("\"" + text + "\" is not an IP address: write an IPv4"), message);
    }

    @Test
    void refusesALabelOfMoreThan63Characters() {
        assertEquals(63, SubjectAlternativeName.parse("a".repeat(63)).text().length());
        assertTrue(refusal("a".repeat(64)).contains("at most 63 letters"));
    }

    @Test
    void refusesANameOfMoreThan253Characters() {
        String longest = "a.".repeat(126) + "a";

        assertEquals(253, SubjectAlternativeName.parse(longest).text().length());
        assertTrue(refusal(longest + "b").contains("253 characters in all"));
    }

    @Test
    void refusesAnAddressAsADnsName() {
        assertThrows(IllegalArgumentException.class, () -> new DnsName("127.0.0.1"));
    }

    @Test
    void refusesALetterThatOnlyLooksLikeAnAsciiOneInLowerCase() {
        String kelvin = "\u212A";

        assertEquals("k", kelvin.toLowerCase(Locale.ROOT));
        assertTrue(refusal(kelvin).startsWith("\"" + kelvin + "\" is not a DNS name"));
    }

    private static String refusal(String text) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> SubjectAlternativeName.parse(text))
                .getMessage());
    }
}
