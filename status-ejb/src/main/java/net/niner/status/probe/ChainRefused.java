package net.niner.status.probe;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;

/** A certificate chain that was not accepted, with the chain: the JDK's own exception does not tell what the server showed. */
final class ChainRefused extends CertificateException {

    private final transient List<X509Certificate> chain;
    private final boolean trusted;

    /** @param trusted if the chain itself is good, so that the name is what is wrong */
    ChainRefused(X509Certificate[] chain, boolean trusted, CertificateException cause) {
        super(cause.getMessage(), cause);
        this.chain = List.of(chain);
        this.trusted = trusted;
    }

    List<X509Certificate> chain() {
        return chain;
    }

    boolean trusted() {
        return trusted;
    }
}
