package io.sparkusher.certs;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority as other programs make them. */
record ForeignAuthority(KeyPair keys, X509Certificate certificate) {
    static final byte[] KEY_IDENTIFIER = {1, 2, 3, 4};

    static ForeignAuthority ofCurve(String curve) throws Exception {
        return create("EC", new ECGenParameterSpec(curve), KeyUsage.keyCertSign, true);
    }

    static ForeignAuthority ofRsa() throws Exception {
        AlgorithmParameterSpec size = new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4);
        return create("RSA", size, KeyUsage.keyCertSign, true);
    }

    static ForeignAuthority thatMaySignNoCertificates() throws Exception {
        return create("EC", new ECGenParameterSpec("secp256r1"), KeyUsage.cRLSign, true);
    }

    static ForeignAuthority withoutKeyIdentifier() throws Exception {
        return create("EC", new ECGenParameterSpec("secp256r1"), KeyUsage.keyCertSign, false);
    }

    private static ForeignAuthority create(
            String algorithm, AlgorithmParameterSpec size, int usage, boolean hasKeyIdentifier) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        KeyPair keys = generator.generateKeyPair();
        X500Name name = new X500Name("CN=Foreign,O=Elsewhere");
        X509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(Samples.NOW),
                Date.from(Samples.NOW.plus(Samples.YEAR)),
                name,
                keys.getPublic());
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        certificate.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        if (hasKeyIdentifier) {
            certificate.addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(KEY_IDENTIFIER));
        }
        var signer = new JcaContentSignerBuilder(algorithm.equals("EC") ? "SHA384withECDSA" : "SHA256withRSA");
        return new ForeignAuthority(
                keys,
                new JcaX509CertificateConverter().getCertificate(certificate.build(signer.build(keys.getPrivate()))));
    }

    String keyPem() {
        return Pem.write(keys.getPrivate());
    }

    String certificatePem() {
        return Pem.writeCertificates(List.of(certificate));
    }
}
