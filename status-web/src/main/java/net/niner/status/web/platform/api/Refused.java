package net.niner.status.web.platform.api;

import jakarta.ws.rs.core.Response.Status;

/** A request that a resource cannot use; the message says why. */
public class Refused extends RuntimeException {

    private final Status status;

    private Refused(Status status, String message) {
        super(message);
        this.status = status;
    }

    static Refused badRequest(String message) {
        return new Refused(Status.BAD_REQUEST, message);
    }

    static Refused tooLarge(int limit) {
        return new Refused(Status.REQUEST_ENTITY_TOO_LARGE, "the body is larger than " + limit + " bytes");
    }

    Status status() {
        return status;
    }
}
