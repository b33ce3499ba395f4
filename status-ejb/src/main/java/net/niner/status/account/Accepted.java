package net.niner.status.account;

import java.util.List;

/**
 * Somebody has taken up an account.
 *
 * @param recoveryCodes to be shown once; none without a second factor
 */
public record Accepted(long userId, List<String> recoveryCodes) {}
