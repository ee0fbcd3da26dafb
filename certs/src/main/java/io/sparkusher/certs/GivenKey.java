package io.sparkusher.certs;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/** Reads private keys that other programs wrote, in any of the usual forms. */
final class GivenKey {
    private static final byte[] PROBE = {1};

    private GivenKey() {}

    /** The first private key in the text. Blocks of another type are passed over. */
    static PrivateKey read(String text) throws InvalidPemException {
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            for (Object block = parser.readObject(); block != null; block = parser.readObject()) {
                Optional<PrivateKeyInfo> key = key(block);
                if (key.isPresent()) {
                    return new JcaPEMKeyConverter().getPrivateKey(key.get());
                }
            }
        } catch (PEMException exception) {
            throw new InvalidPemException(
                    "The private key is damaged, or of a kind that this Java runtime does not know: give an RSA or EC key.",
                    exception);
        } catch (IOException exception) {
            throw new InvalidPemException(
                    "The PEM of the private key is damaged or cut off: write it anew from its source.", exception);
        }
        throw new InvalidPemException("There is no private key in the PEM: give the certificate's own.");
    }

    private static Optional<PrivateKeyInfo> key(Object block) throws InvalidPemException {
        if (block instanceof PEMEncryptedKeyPair || block instanceof PKCS8EncryptedPrivateKeyInfo) {
            throw new InvalidPemException("The private key is encrypted: give it without a password.");
        }
        if (block instanceof PEMKeyPair pair) {
            return Optional.of(pair.getPrivateKeyInfo());
        }
        return block instanceof PrivateKeyInfo key ? Optional.of(key) : Optional.empty();
    }

    /** Whether they are two halves of one pair. Asked by signing, as the key itself does not say. */
    static boolean fits(PrivateKey privateKey, PublicKey publicKey) {
        try {
            String algorithm = signature(privateKey);
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(privateKey);
            signer.update(PROBE);
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(publicKey);
            verifier.update(PROBE);
            return verifier.verify(signer.sign());
        } catch (GeneralSecurityException exception) {
            return false;
        }
    }

    private static String signature(PrivateKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> EllipticCurveKeys.SIGNATURE;
            default -> key.getAlgorithm();
        };
    }
}
