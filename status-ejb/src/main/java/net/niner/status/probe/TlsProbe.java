package net.niner.status.probe;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** Proves that a certificate is trusted, carries the name, and lasts for long enough to renew it in peace. */
final class TlsProbe implements Probe<ProbeSpec.Tls> {

    private final Clock clock;

    TlsProbe(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Finding probe(ProbeSpec.Tls spec, Attempt attempt) throws ProbeException {
        try (Wire wire = attempt.connect(spec.host(), spec.port())) {
            SSLSession session = wire.startTls(spec.name() == null ? spec.host() : spec.name());
            X509Certificate certificate = (X509Certificate) session.getPeerCertificates()[0];
            return judge(certificate, spec.warnDays(), wire.elapsed());
        } catch (SSLPeerUnverifiedException e) {
            throw ProbeException.down("server shows no certificate", e);
        }
    }

    private Finding judge(X509Certificate certificate, int warnDays, Duration latency) {
        long days = Duration.between(clock.instant(), certificate.getNotAfter().toInstant())
                .toDays();
        String end = Certificates.day(certificate.getNotAfter()) + ", in " + days + (days == 1 ? " day" : " days");
        return days < warnDays
                ? Finding.down("certificate expires on " + end)
                : Finding.up(latency, "valid until " + end + ", issued by “" + Certificates.issuer(certificate) + "”");
    }
}
