package net.niner.status.billing;

/**
 * What a person should look at: the row was taken in, without what cannot be.
 *
 * @param clientId id of the client that it is about, of the import's source; null for none
 * @param key tells it from others of the same source, the same at each import
 * @param text one sentence in English
 */
public record ImportFinding(String clientId, String key, String text) {}
