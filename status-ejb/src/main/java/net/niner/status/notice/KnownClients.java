package net.niner.status.notice;

/** How many clients there are: told by the feature that knows them, to tell whether many of them would get mail at once. */
public interface KnownClients {

    int count();
}
