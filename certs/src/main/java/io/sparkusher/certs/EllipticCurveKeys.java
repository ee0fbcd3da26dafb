package io.sparkusher.certs;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.EllipticCurve;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Set;

/** The one family of keys in use. New ones are on P-256, the curve that every TLS library is quickest with. */
final class EllipticCurveKeys {
    static final String SIGNATURE = "SHA256withECDSA";
    private static final String KEYS = "EC";
    private static final String P256 = "secp256r1";
    private static final Set<EllipticCurve> CURVES = Set.of(curve(P256), curve("secp384r1"), curve("secp521r1"));
    private static final byte[] PROBE = {1};

    private static final String UNSUPPORTED = "The private key is damaged, or not an EC key on P-256, P-384 or P-521:"
            + " other algorithms and curves are not supported.";

    private EllipticCurveKeys() {}

    static KeyPair generateKeyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(KEYS);
            generator.initialize(new ECGenParameterSpec(P256));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException("This Java runtime cannot make EC keys on P-256", exception);
        }
    }

    static PrivateKey readPrivateKey(byte[] encoded) throws InvalidPemException {
        try {
            PrivateKey key = KeyFactory.getInstance(KEYS).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            if (key instanceof ECKey ecKey && CURVES.contains(ecKey.getParams().getCurve())) {
                return key;
            }
            throw new InvalidPemException(UNSUPPORTED);
        } catch (InvalidKeySpecException exception) {
            throw new InvalidPemException(UNSUPPORTED, exception);
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("This Java runtime cannot read EC keys", exception);
        }
    }

    private static EllipticCurve curve(String name) {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance(KEYS);
            parameters.init(new ECGenParameterSpec(name));
            return parameters.getParameterSpec(ECParameterSpec.class).getCurve();
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException("This Java runtime does not know the curve " + name, exception);
        }
    }

    /** Whether they are two halves of one pair. Asked by signing, as the key itself does not say. */
    static boolean match(PrivateKey privateKey, PublicKey publicKey) {
        try {
            Signature signer = Signature.getInstance(SIGNATURE);
            signer.initSign(privateKey);
            signer.update(PROBE);
            Signature verifier = Signature.getInstance(SIGNATURE);
            verifier.initVerify(publicKey);
            verifier.update(PROBE);
            return verifier.verify(signer.sign());
        } catch (GeneralSecurityException exception) {
            return false;
        }
    }
}
