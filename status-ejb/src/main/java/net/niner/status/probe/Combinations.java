package net.niner.status.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.niner.status.probe.InvalidSettings.Problem;
import net.niner.status.probe.ProbeSpec.Security;

/** Which settings go together. A rule keeps silent about settings that are already known to be wrong on their own. */
final class Combinations {

    private static final Set<Integer> TLS_PORTS = Set.of(465, 993, 995);

    private final Set<String> wrong;
    private final List<Problem> problems = new ArrayList<>();

    private Combinations(Set<String> wrong) {
        this.wrong = wrong;
    }

    static List<Problem> problems(ProbeSpec spec, Set<String> wrong) {
        Combinations rules = new Combinations(wrong);
        if (spec instanceof ProbeSpec.Http http) {
            rules.http(http);
        } else if (spec instanceof ProbeSpec.Dns dns) {
            rules.dns(dns);
        } else if (spec instanceof ProbeSpec.Smtp mail) {
            rules.mail(mail.port(), mail.security(), mail.user(), mail.password());
        } else if (spec instanceof ProbeSpec.Imap mail) {
            rules.mail(mail.port(), mail.security(), mail.user(), mail.password());
        } else if (spec instanceof ProbeSpec.Pop3 mail) {
            rules.mail(mail.port(), mail.security(), mail.user(), mail.password());
        }
        return rules.problems;
    }

    private void http(ProbeSpec.Http http) {
        boolean credentials = http.url() != null && http.url().getRawUserInfo() != null;
        boolean redirected = http.status() >= 300 && http.status() <= 399;
        refuse(
                credentials,
                Fault.CREDENTIALS_IN_URL,
                "url must not hold a user or password: set the header Authorization instead",
                "url");
        refuse(
                http.value() != null && http.json() == null,
                Fault.VALUE_WITHOUT_JSON,
                "value needs json, which says where it stands",
                "value",
                "json");
        refuse(
                http.redirect() != null && !redirected,
                Fault.REDIRECT_WITHOUT_STATUS,
                "redirect needs a status between 300 and 399, such as 301, not " + http.status(),
                "redirect",
                "status");
    }

    private void dns(ProbeSpec.Dns dns) {
        boolean serial = dns.zone() != null;
        boolean answer = dns.name() != null;
        refuse(
                !serial && !answer,
                Fault.NAME_OR_ZONE,
                "name (and server) or zone (and servers) is missing",
                "name",
                "zone");
        refuse(
                serial && answer,
                Fault.NAME_AND_ZONE,
                "name and zone exclude each other: make two checks",
                "name",
                "zone");
        refuse(
                answer && dns.server() == null,
                Fault.SERVER_MISSING,
                "server is missing: the nameserver that is asked for name",
                "server",
                "name");
        refuse(
                serial && dns.servers().size() < 2,
                Fault.SERVERS_TOO_FEW,
                "servers must be two or more nameservers of the zone",
                "servers",
                "zone");
        refuse(
                serial && !answer && dns.server() != null,
                Fault.SERVER_WITH_ZONE,
                "server goes with name; with zone it is servers",
                "server",
                "zone");
        refuse(
                answer && !serial && !dns.servers().isEmpty(),
                Fault.SERVERS_WITH_NAME,
                "servers goes with zone; with name it is server",
                "servers",
                "name");
        refuse(
                serial && !answer && !dns.expected().isEmpty(),
                Fault.EXPECTED_WITH_ZONE,
                "expected goes with name, not with zone",
                "expected",
                "zone");
    }

    private void mail(int port, Security security, String user, Secret password) {
        boolean signIn = user != null && password != null;
        refuse(
                user != null && password == null,
                Fault.PASSWORD_MISSING,
                "password is missing: user is set",
                "password",
                "user");
        refuse(
                user == null && password != null,
                Fault.USER_MISSING,
                "user is missing: password is set",
                "user",
                "password");
        refuse(
                signIn && security == Security.NONE,
                Fault.PASSWORD_IN_CLEAR,
                "security must be starttls or tls where a password is sent, not none",
                "security",
                "user",
                "password");
        refuse(
                TLS_PORTS.contains(port) && security != Security.TLS,
                Fault.TLS_PORT,
                "security must be tls on port " + port + ", which is protected from the first byte (RFC 8314)",
                "security",
                "port");
    }

    /** @param settings those that the rule looks at, the one to blame first */
    private void refuse(boolean broken, Fault fault, String message, String... settings) {
        if (broken && Arrays.stream(settings).noneMatch(wrong::contains)) {
            problems.add(new Problem(settings[0], message, fault));
        }
    }
}
