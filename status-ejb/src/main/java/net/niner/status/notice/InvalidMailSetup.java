package net.niner.status.notice;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** A setup that cannot be used, with everything that is wrong with it; nothing was changed. */
@ApplicationException(rollback = true)
public class InvalidMailSetup extends RuntimeException {

    /** Named as the parts of {@link MailSetup}. */
    public enum Field {
        RELAY_HOST,
        RELAY_PORT,
        RELAY_USER,
        RELAY_PASSWORD,
        FROM_ADDRESS,
        FROM_NAME,
        REPLY_TO,
        OWNERS,
        BOUNCE_ADDRESS,
        BOUNCE_HOST,
        BOUNCE_PORT,
        BOUNCE_USER,
        BOUNCE_PASSWORD,
        PER_MINUTE,
        DOMAIN_PER_MINUTE,
        /** Where a test goes. */
        TEST_ADDRESS
    }

    public enum Fault {
        MISSING,
        TOO_LONG,
        TOO_MANY,
        NO_HOST,
        NO_PORT,
        NO_ADDRESS,
        NO_NAME,
        /** A stored password is not sent to where it did not go before: it must be typed anew. */
        AGAIN,
        /** Another number than those from 0 to {@link MailSetup#MOST_A_MINUTE}. */
        NO_RATE
    }

    /** @param given what of it is wrong, empty where that says nothing; never a password */
    public record Problem(Field field, Fault fault, String given) {}

    private final transient List<Problem> problems;

    InvalidMailSetup(List<Problem> problems) {
        super(String.join(
                "; ", problems.stream().map(p -> p.field() + " " + p.fault()).toList()));
        this.problems = List.copyOf(problems);
    }

    /** At least one, in the order of the fields. */
    public List<Problem> problems() {
        return problems;
    }
}
