package net.niner.status.notice;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Asks the owner to find another address for a client whose mail does not arrive: once a month for each address. */
@Stateless
public class AddressFails {

    private static final String CLIENT = Recipient.client(0).replace("0", "");

    @EJB
    private OwnerTasks tasks;

    @Inject
    private Clock clock;

    /** In the caller's transaction; nothing where the recipient is no client. */
    public void raise(String recipient, String address) {
        if (recipient.matches(CLIENT + "\\d+")) {
            tasks.raise(
                    TaskKind.ADDRESS_FAILS,
                    "address|" + recipient + "|" + Integer.toHexString(address.hashCode()) + "|"
                            + YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)),
                    Long.valueOf(recipient.substring(CLIENT.length())),
                    "Mail to this client does not arrive: ask them for another address.");
        }
    }
}
