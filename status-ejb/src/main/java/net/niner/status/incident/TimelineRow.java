package net.niner.status.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;

/** One moment of a timeline. Equal to another that says the same. */
@Embeddable
public class TimelineRow {

    public static final int TEXT_LENGTH = 1_000;

    @Column(name = "happened_at", nullable = false)
    private OffsetDateTime at;

    @Column(name = "wording", nullable = false, length = TEXT_LENGTH)
    private String text;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private TimelineSource source;

    protected TimelineRow() {}

    public TimelineRow(Instant at, String text, TimelineSource source) {
        this.at = at.atOffset(ZoneOffset.UTC);
        this.text = text.strip();
        this.source = Objects.requireNonNull(source);
    }

    /** UTC. */
    public Instant at() {
        return at.toInstant();
    }

    public String text() {
        return text;
    }

    public TimelineSource source() {
        return source;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimelineRow row
                && row.at().equals(at())
                && row.text.equals(text)
                && row.source == source;
    }

    @Override
    public int hashCode() {
        return Objects.hash(at(), text, source);
    }

    @Override
    public String toString() {
        return at() + " " + text;
    }
}
