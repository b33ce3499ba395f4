package net.niner.status.board;

import net.niner.status.board.Glance.Line;
import net.niner.status.probe.Outcome;

/** Whether what is declared and what is observed tell the same story. Neither overwrites the other: a page says both. */
public enum Agreement {
    /** They do, or one of them says nothing: the server is internal, or its ping unknown. */
    AGREED,
    /** Declared operational, and no check gets an answer. */
    UNDECLARED,
    /** Declared in trouble, and the checks get their answers: a mail server can answer every ping while no mail moves. */
    ANSWERS_ALL_THE_SAME;

    public static Agreement of(Line line) {
        Outcome ping = line.observed().ping();
        return switch (line.declared()) {
            case OPERATIONAL -> ping == Outcome.DOWN ? UNDECLARED : AGREED;
            case DEGRADED, PARTIAL_OUTAGE, MAJOR_OUTAGE -> ping.reachable() ? ANSWERS_ALL_THE_SAME : AGREED;
            case MAINTENANCE, INTERNAL -> AGREED;
        };
    }
}
