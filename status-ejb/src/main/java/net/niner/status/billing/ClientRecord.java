package net.niner.status.billing;

import java.time.ZoneId;
import java.util.Locale;

/**
 * A client, as a billing system or a person tells of one. A client is known by source and id.
 *
 * @param source where it comes from: {@code csv}, {@code whmcs}, {@code invoice-ninja}, {@code fossbilling}, {@code hand}
 * @param email null for none
 * @param alternateEmail one that does not depend on the company's servers, null for none
 * @param language null for the company's
 * @param zone null for the company's
 * @param mailServer code of the server that holds this client's mail, null for none or another company's
 */
public record ClientRecord(
        String source,
        String id,
        String name,
        String email,
        String alternateEmail,
        Locale language,
        ZoneId zone,
        String mailServer,
        boolean active) {}
