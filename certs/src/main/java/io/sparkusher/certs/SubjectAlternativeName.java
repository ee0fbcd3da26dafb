package io.sparkusher.certs;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.util.IPAddress;

/** What a client may call a server: a DNS name or an IP address. Two that mean the same are equal. */
public sealed interface SubjectAlternativeName {
    /** The name or address in its one canonical form: lower case, an IPv6 address with all its eight groups. */
    String text();

    /** The number that RFC 5280 gives to this kind of {@code GeneralName}. */
    int tag();

    /**
     * Reads a DNS name, an IPv4 or an IPv6 address.
     *
     * @throws IllegalArgumentException if it is none of them; the message is a sentence for whoever wrote it
     */
    static SubjectAlternativeName parse(String text) {
        return IpAddress.isMeantBy(text) ? new IpAddress(text) : new DnsName(text);
    }

    /** A DNS name, of which the first label may be {@code *}. */
    record DnsName(String text) implements SubjectAlternativeName {
        private static final int MAX_LENGTH = 253;
        private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
        private static final Pattern NAME =
                Pattern.compile("(\\*\\.)?" + LABEL + "(\\." + LABEL + ")*", Pattern.CASE_INSENSITIVE);

        /** @throws IllegalArgumentException if the text is no DNS name */
        public DnsName {
            if (text.length() > MAX_LENGTH || !NAME.matcher(text).matches() || IpAddress.isMeantBy(text)) {
                throw new IllegalArgumentException(("\"%s\" is not a DNS name: write labels of at most 63 letters a-z,"
                                + " digits and inner hyphens, joined by dots, %d characters in all;"
                                + " only the first label may be \"*\".")
                        .formatted(text, MAX_LENGTH));
            }
            text = text.toLowerCase(Locale.ROOT);
        }

        @Override
        public int tag() {
            return GeneralName.dNSName;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** An IPv4 or IPv6 address. */
    record IpAddress(String text) implements SubjectAlternativeName {
        // No top-level domain is a number, so a name that ends in one was meant as an address.
        private static final Pattern MEANT = Pattern.compile(".*:.*|(.*\\.)?[0-9]+");

        // 010 is 8 to some programs and 10 to others.
        private static final Pattern AMBIGUOUS = Pattern.compile("([0-9]+\\.)*0[0-9]+(\\.[0-9]+)*");

        /** @throws IllegalArgumentException if the text is no IP address */
        public IpAddress {
            text = canonical(text);
        }

        private static boolean isMeantBy(String text) {
            return MEANT.matcher(text).matches();
        }

        private static String canonical(String text) {
            // Checked first because InetAddress would ask a name server about anything that is not an address.
            if (!IPAddress.isValid(text) || AMBIGUOUS.matcher(text).matches()) {
                throw notAnAddress(text);
            }
            try {
                return InetAddress.getByName(text).getHostAddress();
            } catch (UnknownHostException exception) {
                throw notAnAddress(text);
            }
        }

        private static IllegalArgumentException notAnAddress(String text) {
            return new IllegalArgumentException(("\"%s\" is not an IP address: write an IPv4 or IPv6 address alone,"
                            + " without scheme, port, brackets, zone, prefix length or leading zeros.")
                    .formatted(text));
        }

        @Override
        public int tag() {
            return GeneralName.iPAddress;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
