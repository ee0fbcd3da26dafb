package io.sparkusher.certs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the replicas of a server share: by it each issues certificates to itself, and clients trust them all. Immutable;
 * every change is a new one.
 *
 * @param signing signs the certificates of today
 * @param next will sign once clients have trusted it for long enough; there is one only while that is waited for
 * @param retired sign no more, and are trusted until nothing that they signed is served
 */
public record SharedAuthorities(
        CertificateAuthority signing, Optional<CertificateAuthority> next, TrustBundle retired) {
    private static final String SIGNING_KEY = "authority.key";
    private static final String SIGNING_CERTIFICATE = "authority.crt";
    private static final String NEXT_KEY = "next.key";
    private static final String NEXT_CERTIFICATE = "next.crt";
    private static final String RETIRED = "retired.crt";

    /** One authority that nobody knows yet, beside those that are still served. */
    public static SharedAuthorities beginning(CertificateAuthority signing, TrustBundle served) {
        return new SharedAuthorities(signing, Optional.empty(), served.without(signing));
    }

    /**
     * Reads what {@link #texts()} wrote, or a person put together. Entries of other names are passed over.
     *
     * @throws InvalidPemException if anything is missing or damaged; the message names the entry
     */
    public static SharedAuthorities read(Map<String, String> texts) throws InvalidPemException {
        boolean rotating = texts.containsKey(NEXT_KEY) || texts.containsKey(NEXT_CERTIFICATE);
        return new SharedAuthorities(
                authority(texts, SIGNING_KEY, SIGNING_CERTIFICATE),
                rotating ? Optional.of(authority(texts, NEXT_KEY, NEXT_CERTIFICATE)) : Optional.empty(),
                retired(texts));
    }

    private static CertificateAuthority authority(Map<String, String> texts, String key, String certificate)
            throws InvalidPemException {
        try {
            return CertificateAuthority.fromPem(texts.getOrDefault(key, ""), texts.getOrDefault(certificate, ""));
        } catch (InvalidPemException exception) {
            throw exception.in("%s and %s".formatted(key, certificate));
        }
    }

    private static TrustBundle retired(Map<String, String> texts) throws InvalidPemException {
        String text = texts.getOrDefault(RETIRED, "");
        if (text.isBlank()) {
            return TrustBundle.EMPTY;
        }
        try {
            return TrustBundle.fromPem(text);
        } catch (InvalidPemException exception) {
            throw exception.in(RETIRED);
        }
    }

    /** All of it as PEM, by the names of entries. Whoever has it can pose as the server. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(SIGNING_KEY, signing.keyPem());
        texts.put(SIGNING_CERTIFICATE, signing.certificatePem());
        next.ifPresent(authority -> {
            texts.put(NEXT_KEY, authority.keyPem());
            texts.put(NEXT_CERTIFICATE, authority.certificatePem());
        });
        if (!retired.certificates().isEmpty()) {
            texts.put(RETIRED, retired.pem());
        }
        return texts;
    }

    /** What clients have to trust. Never empty. */
    public TrustBundle trusted() {
        TrustBundle present = TrustBundle.EMPTY.with(signing);
        return next.map(present::with).orElse(present).union(retired);
    }

    /** With an authority to sign later, in the place of any that was to. */
    public SharedAuthorities prepare(CertificateAuthority successor) {
        return new SharedAuthorities(signing, Optional.of(successor), retired);
    }

    /** With the next authority signing, and the one that has signed retired. No change where there is no next one. */
    public SharedAuthorities promote() {
        return next.map(successor -> beginning(successor, retired.with(signing)))
                .orElse(this);
    }

    /** With more authorities that are still served. */
    public SharedAuthorities remember(TrustBundle served) {
        return new SharedAuthorities(signing, next, retired.union(served));
    }

    /** Without retired authorities that nobody serves any more. */
    public SharedAuthorities forget(TrustBundle unserved) {
        return new SharedAuthorities(signing, next, retired.without(unserved));
    }
}
