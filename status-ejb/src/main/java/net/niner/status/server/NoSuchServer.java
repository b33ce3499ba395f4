package net.niner.status.server;

import jakarta.ejb.ApplicationException;

/** There is no server with that code. */
@ApplicationException(rollback = true)
public class NoSuchServer extends RuntimeException {

    public NoSuchServer(String code) {
        super("there is no server " + code);
    }
}
