package net.niner.status.account;

import java.time.Instant;

/**
 * What a person opens once to get in, or in again. Shown to whoever asked for it and kept as a hash only.
 *
 * @param path on this site, with its secret
 */
public record OneTimeLink(String path, Instant expires) {}
