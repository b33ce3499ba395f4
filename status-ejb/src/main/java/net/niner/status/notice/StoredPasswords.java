package net.niner.status.notice;

import java.util.ArrayList;
import java.util.List;
import net.niner.status.notice.InvalidMailSetup.Fault;
import net.niner.status.notice.InvalidMailSetup.Field;
import net.niner.status.notice.InvalidMailSetup.Problem;

/** A password that is stored goes only where whoever typed it meant it to go, and no less protected; whoever may change the settings need not know it. Pure. */
final class StoredPasswords {

    private record Way(String host, String user, MailSecurity security) {

        boolean isAnotherThan(Way before) {
            return !host.isEmpty()
                    && (!host.equalsIgnoreCase(before.host())
                            || !user.equals(before.user())
                            || security.compareTo(before.security()) < 0);
        }
    }

    private StoredPasswords() {}

    /**
     * @param relayPassword null to keep what is stored
     * @param bouncePassword null to keep what is stored
     */
    static List<Problem> problems(MailAccess before, MailSetup after, String relayPassword, String bouncePassword) {
        List<Problem> problems = new ArrayList<>();
        boolean keepsRelay = relayPassword == null && !before.relayPassword().isEmpty();
        if (keepsRelay && relay(after).isAnotherThan(relay(before.setup()))) {
            problems.add(new Problem(Field.RELAY_PASSWORD, Fault.AGAIN, ""));
        }
        boolean keepsBounce = bouncePassword == null && !before.bouncePassword().isEmpty();
        if (keepsBounce && bounce(after).isAnotherThan(bounce(before.setup()))) {
            problems.add(new Problem(Field.BOUNCE_PASSWORD, Fault.AGAIN, ""));
        }
        return problems;
    }

    private static Way relay(MailSetup setup) {
        return new Way(setup.relayHost(), setup.relayUser(), setup.relaySecurity());
    }

    private static Way bounce(MailSetup setup) {
        return new Way(setup.bounceHost(), setup.bounceUser(), setup.bounceSecurity());
    }
}
