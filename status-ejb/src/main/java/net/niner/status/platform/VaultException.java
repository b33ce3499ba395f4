package net.niner.status.platform;

/** Secrets cannot be kept or read; the message says what to do about it and never holds one. */
public final class VaultException extends Exception {

    VaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
