package net.niner.status.notice;

/**
 * Something that the owners should look at; told within the transaction that finds it. While it is not settled, finding it again says nothing new.
 *
 * @param key of it, as in {@code job:watch-invoices}; at most 150 characters
 * @param subject what it is about, as a person knows it; English, without personal data
 * @param text one sentence, likewise
 */
public record FindingRaised(String key, String subject, String text) {}
