package net.niner.status.account;

/**
 * A secret for an authenticator, before its first code proves that it has arrived.
 *
 * @param secretBase32 for the keyboard
 * @param uri for the camera: the text of a QR code
 */
public record TotpDraft(String secretBase32, String uri) {}
