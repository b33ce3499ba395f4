package net.niner.status.web.desk;

import java.time.Instant;

/**
 * One thing on the desk: what is wrong, or what to do next.
 *
 * @param text one short sentence, in the reader's language
 * @param detail a second one, empty for none
 * @param since since when it is so, null where that says nothing
 * @param action what the button says, in the reader's language
 * @param address where the button leads, within the site: {@code /admin/checks?id=51}
 */
public record DeskItem(Urgency urgency, String text, String detail, Instant since, String action, String address) {

    /** Most urgent first. */
    public enum Urgency {
        /** Clients notice it now. */
        NOW,
        /** Clients will notice it if nobody acts. */
        SOON,
        /** It waits for somebody. */
        LATER
    }
}
