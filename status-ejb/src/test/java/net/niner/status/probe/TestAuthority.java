package net.niner.status.probe;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority of the tests' own. Each certificate it issues can be wrong in one way. */
final class TestAuthority {

    private static final String NAME = "Test Authority";
    private static final Duration DAY = Duration.ofDays(1);
    private static final char[] NO_PASSWORD = new char[0];

    private final KeyPair keys = newKeys();
    private final Instant now = Instant.now();
    private final X509Certificate root = certificate(NAME, keys, keys, NAME, -900, 900);

    /** A server that shows a certificate of this authority, valid from and until so many days from now. */
    SSLContext issue(int from, int until, String... names) {
        KeyPair server = newKeys();
        return serving(server, certificate(NAME, keys, server, names[0], from, until, names), root);
    }

    SSLContext good() {
        return issue(-1, 90, "127.0.0.1", "localhost");
    }

    SSLContext selfSigned() {
        KeyPair server = newKeys();
        return serving(server, certificate("box", server, server, "box", -1, 90, "127.0.0.1"));
    }

    /** What a probe trusts that was told of this authority. */
    Trust trust() throws IOException {
        Path file = Files.createTempFile("authority", ".pem");
        try {
            return Trust.with(Files.writeString(file, pem()));
        } finally {
            Files.delete(file);
        }
    }

    private String pem() throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(root);
        }
        return text.toString();
    }

    /** @param names a server's; none for an authority */
    private X509Certificate certificate(
            String issuer, KeyPair signer, KeyPair owner, String subject, int from, int until, String... names) {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Name("CN=" + issuer),
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(now.plus(DAY.multipliedBy(from))),
                    Date.from(now.plus(DAY.multipliedBy(until))),
                    new X500Name("CN=" + subject),
                    owner.getPublic());
            if (names.length == 0) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            } else {
                builder.addExtension(Extension.subjectAlternativeName, false, alternatives(names));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeneralNames alternatives(String... names) {
        return new GeneralNames(Arrays.stream(names)
                .map(name -> new GeneralName(
                        AddressRange.literal(name) == null ? GeneralName.dNSName : GeneralName.iPAddress, name))
                .toArray(GeneralName[]::new));
    }

    private static SSLContext serving(KeyPair server, X509Certificate... chain) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", server.getPrivate(), NO_PASSWORD, chain);
            KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(store, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
