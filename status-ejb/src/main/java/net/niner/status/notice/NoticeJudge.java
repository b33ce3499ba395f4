package net.niner.status.notice;

import java.time.Instant;
import java.util.Set;

/** Judges notices again just before they are sent: a CDI bean of each feature that causes some implements it. Called in a short transaction. */
public interface NoticeJudge {

    /** Those that it judges; no two judges share a kind. */
    Set<NoticeKind> kinds();

    /**
     * Whether what the notice says still holds.
     *
     * @param recipient the address that it is written for
     */
    Judgement judge(NoticeKey key, String recipient, Instant now);
}
