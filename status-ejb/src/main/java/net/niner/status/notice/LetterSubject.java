package net.niner.status.notice;

import java.util.OptionalLong;

/**
 * What a sample of a mail is to be about, as far as somebody has chosen; else it is about the newest that fits.
 *
 * @param clientId null for any
 * @param runId null for any
 */
public record LetterSubject(Long clientId, Long runId) {

    public static final LetterSubject NEWEST = new LetterSubject(null, null);

    public OptionalLong client() {
        return clientId == null ? OptionalLong.empty() : OptionalLong.of(clientId);
    }

    public OptionalLong run() {
        return runId == null ? OptionalLong.empty() : OptionalLong.of(runId);
    }
}
