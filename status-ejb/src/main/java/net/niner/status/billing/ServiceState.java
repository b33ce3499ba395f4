package net.niner.status.billing;

/** Whether a client has a service still. */
public enum ServiceState {
    ACTIVE,
    SUSPENDED,
    CANCELLED
}
