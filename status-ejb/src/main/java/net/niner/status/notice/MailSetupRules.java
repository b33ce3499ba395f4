package net.niner.status.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.niner.status.notice.InvalidMailSetup.Fault;
import net.niner.status.notice.InvalidMailSetup.Field;
import net.niner.status.notice.InvalidMailSetup.Problem;

/** What may be in a {@link MailSetup}: nothing that a mail server could take for a header or a command. Pure. */
final class MailSetupRules {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+]");
    private static final int HIGHEST_PORT = 65_535;

    private final List<Problem> problems = new ArrayList<>();

    private MailSetupRules() {}

    static List<Problem> problems(MailSetup setup, String relayPassword, String bouncePassword) {
        MailSetupRules rules = new MailSetupRules();
        rules.host(Field.RELAY_HOST, setup.relayHost());
        rules.port(Field.RELAY_PORT, setup.relayPort());
        rules.line(Field.RELAY_USER, setup.relayUser(), MailSetup.USER_LENGTH);
        rules.secret(Field.RELAY_PASSWORD, relayPassword);
        rules.address(Field.FROM_ADDRESS, setup.fromAddress());
        rules.line(Field.FROM_NAME, setup.fromName(), MailSetup.NAME_LENGTH);
        rules.address(Field.REPLY_TO, setup.replyTo());
        rules.owners(setup.owners());
        rules.address(Field.BOUNCE_ADDRESS, setup.bounceAddress());
        rules.host(Field.BOUNCE_HOST, setup.bounceHost());
        rules.port(Field.BOUNCE_PORT, setup.bouncePort());
        rules.line(Field.BOUNCE_USER, setup.bounceUser(), MailSetup.USER_LENGTH);
        rules.secret(Field.BOUNCE_PASSWORD, bouncePassword);
        rules.rate(Field.PER_MINUTE, setup.perMinute());
        rules.rate(Field.DOMAIN_PER_MINUTE, setup.domainPerMinute());
        rules.together(setup);
        return rules.problems;
    }

    private void together(MailSetup setup) {
        if (!setup.relayHost().isEmpty() && setup.fromAddress().isEmpty()) {
            add(Field.FROM_ADDRESS, Fault.MISSING, "");
        }
        if (setup.verp() && setup.bounceAddress().isEmpty()) {
            add(Field.BOUNCE_ADDRESS, Fault.MISSING, "");
        }
        if (setup.verp() && !BounceAddresses.hasRoom(setup.bounceAddress())) {
            add(Field.BOUNCE_ADDRESS, Fault.TOO_LONG, "");
        }
        if (!setup.bounceHost().isEmpty() && setup.bounceUser().isEmpty()) {
            add(Field.BOUNCE_USER, Fault.MISSING, "");
        }
    }

    private void owners(List<String> owners) {
        if (owners.size() > MailSetup.MOST_OWNERS) {
            add(Field.OWNERS, Fault.TOO_MANY, "");
        }
        owners.stream()
                .filter(owner -> MailAddress.of(owner).isEmpty())
                .findFirst()
                .ifPresent(owner -> add(Field.OWNERS, Fault.NO_ADDRESS, owner));
    }

    private void address(Field field, String address) {
        if (!address.isEmpty() && MailAddress.of(address).isEmpty()) {
            add(field, Fault.NO_ADDRESS, address);
        }
    }

    private void host(Field field, String host) {
        if (host.length() > MailSetup.HOST_LENGTH) {
            add(field, Fault.TOO_LONG, "");
        } else if (!host.isEmpty() && !HOST.matcher(host).matches()) {
            add(field, Fault.NO_HOST, host);
        }
    }

    private void port(Field field, int port) {
        if (port < 1 || port > HIGHEST_PORT) {
            add(field, Fault.NO_PORT, Integer.toString(port));
        }
    }

    private void rate(Field field, int rate) {
        if (rate < 0 || rate > MailSetup.MOST_A_MINUTE) {
            add(field, Fault.NO_RATE, Integer.toString(rate));
        }
    }

    private void line(Field field, String line, int length) {
        if (line.length() > length) {
            add(field, Fault.TOO_LONG, "");
        } else if (line.codePoints().anyMatch(Character::isISOControl)) {
            add(field, Fault.NO_NAME, "");
        }
    }

    private void secret(Field field, String secret) {
        if (secret != null) {
            line(field, secret, MailSetup.PASSWORD_LENGTH);
        }
    }

    private void add(Field field, Fault fault, String given) {
        problems.add(new Problem(field, fault, given));
    }
}
