package net.niner.status.probe;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Whose certificates count: those the JVM trusts, and the operator's own authorities. One TLS context for all probes. */
public final class Trust {

    private final SSLContext context;

    private Trust(Collection<X509Certificate> own) throws GeneralSecurityException, IOException {
        List<X509Certificate> anchors = new ArrayList<>(own);
        anchors.addAll(List.of(managerOf(null).getAcceptedIssuers()));
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (X509Certificate anchor : anchors) {
            store.setCertificateEntry("anchor-" + store.size(), anchor);
        }
        context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new ChainShowingTrustManager(managerOf(store))}, null);
        context.getClientSessionContext().setSessionCacheSize(1);
    }

    /** Trusts what the JVM trusts. */
    public static Trust ofJvm() {
        try {
            return new Trust(List.of());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The JVM's own trust store cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Trusts what the JVM trusts, and the authorities of a PEM file.
     *
     * @throws IllegalArgumentException if the file cannot be read or holds no certificate
     */
    public static Trust with(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            List<X509Certificate> own = new ArrayList<>();
            for (Certificate found : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                own.add((X509Certificate) found);
            }
            if (own.isEmpty()) {
                throw new IllegalArgumentException(pem + " holds no certificate");
            }
            return new Trust(own);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("The certificates in " + pem + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Layers TLS over a connection; the handshake will demand a trusted chain and {@code name} in the certificate. */
    SSLSocket over(Socket socket, String name) throws IOException {
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, name, socket.getPort(), true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (AddressRange.literal(name) == null && name.matches("[A-Za-z0-9.-]+[A-Za-z0-9]")) {
            parameters.setServerNames(List.of(new SNIHostName(name)));
        }
        tls.setSSLParameters(parameters);
        return tls;
    }

    private static X509ExtendedTrustManager managerOf(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    }
}
