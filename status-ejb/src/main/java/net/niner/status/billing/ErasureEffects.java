package net.niner.status.billing;

/**
 * What erasing a client's data does, or did.
 *
 * @param services how many stay, without their names
 * @param invoices how many stay, without their numbers
 * @param notices how many that have not gone out are cancelled
 * @param uploads how many that wait to be imported lose their rows of the client
 */
public record ErasureEffects(int services, int invoices, int notices, int uploads) {}
