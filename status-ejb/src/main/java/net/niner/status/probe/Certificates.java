package net.niner.status.probe;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.security.auth.x500.X500Principal;

/** Certificates in words. Dates are UTC. */
final class Certificates {

    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    private static final int NAMES_SHOWN = 5;

    private Certificates() {}

    /** Why a chain was refused for a name. */
    static String complaint(ChainRefused refused, String name, Date now) {
        List<X509Certificate> chain = refused.chain();
        for (X509Certificate certificate : chain) {
            String whose =
                    certificate == chain.get(0) ? "certificate" : "certificate of “" + subject(certificate) + "”";
            if (now.after(certificate.getNotAfter())) {
                return whose + " expired on " + day(certificate.getNotAfter());
            }
            if (now.before(certificate.getNotBefore())) {
                return whose + " is not valid before " + day(certificate.getNotBefore());
            }
        }
        X509Certificate leaf = chain.get(0);
        if (refused.trusted()) {
            return "certificate is for " + names(leaf) + ", not for " + name;
        }
        return selfSigned(leaf)
                ? "certificate is self-signed (“" + subject(leaf) + "”)"
                : "certificate comes from an authority that is not trusted (“" + issuer(chain.get(chain.size() - 1))
                        + "”)";
    }

    static LocalDate day(Date date) {
        return LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC);
    }

    static String issuer(X509Certificate certificate) {
        return commonName(certificate.getIssuerX500Principal());
    }

    private static String subject(X509Certificate certificate) {
        return commonName(certificate.getSubjectX500Principal());
    }

    private static boolean selfSigned(X509Certificate certificate) {
        try {
            certificate.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String names(X509Certificate certificate) {
        try {
            if (certificate.getSubjectAlternativeNames() == null) {
                return subject(certificate);
            }
            List<String> names = certificate.getSubjectAlternativeNames().stream()
                    .filter(name -> name.get(0).equals(DNS_NAME) || name.get(0).equals(IP_ADDRESS))
                    .map(name -> String.valueOf(name.get(1)))
                    .toList();
            String shown = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
            return names.size() > NAMES_SHOWN ? shown + " and " + (names.size() - NAMES_SHOWN) + " more" : shown;
        } catch (CertificateParsingException e) {
            return "unreadable names";
        }
    }

    private static String commonName(X500Principal principal) {
        try {
            return new LdapName(principal.getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> String.valueOf(part.getValue()))
                            .findFirst()
                            .orElse(principal.getName());
        } catch (InvalidNameException e) {
            return principal.getName();
        }
    }
}
