package net.niner.status.notice;

/** In which hours clients get mail: told by the feature that plans it, so that delivery keeps to the same. */
public interface OfficeHours {

    SendHours today();
}
