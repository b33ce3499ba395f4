package net.niner.status.billing;

/**
 * A client, as somebody types it.
 *
 * @param email empty for none
 * @param alternateEmail one that does not depend on the company's servers, empty for none
 * @param language as {@code en}, empty for the company's
 * @param zone as {@code Africa/Lusaka}, empty for the company's
 * @param mailServer code of the server that holds this client's mail, empty for none
 */
public record ClientDraft(
        String name,
        String email,
        String alternateEmail,
        String language,
        String zone,
        String mailServer,
        boolean active) {}
