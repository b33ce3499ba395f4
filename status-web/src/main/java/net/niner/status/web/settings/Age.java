package net.niner.status.web.settings;

import java.io.Serializable;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** A length of time as a form takes it: a number and a unit. One that nobody touches stays what it was, to the second. */
public class Age implements Serializable {

    private static final long serialVersionUID = 1;

    private final Duration original;
    private final Integer originalAmount;
    private final Unit originalUnit;
    private Integer amount;
    private Unit unit;

    /** What people count ages in, smallest first. */
    public enum Unit {
        MINUTES(ChronoUnit.MINUTES),
        HOURS(ChronoUnit.HOURS),
        DAYS(ChronoUnit.DAYS);

        private final ChronoUnit unit;

        Unit(ChronoUnit unit) {
            this.unit = unit;
        }

        private boolean measures(Duration duration) {
            return duration.toSeconds() % unit.getDuration().toSeconds() == 0;
        }
    }

    /** In the largest unit that measures it; what is less than a minute is left out of sight. */
    Age(Duration duration) {
        unit = Unit.MINUTES;
        for (Unit larger : Unit.values()) {
            unit = larger.measures(duration) ? larger : unit;
        }
        amount = (int) duration.dividedBy(unit.unit.getDuration());
        original = duration;
        originalAmount = amount;
        originalUnit = unit;
    }

    Duration duration() {
        if (amount == null) {
            return Duration.ZERO;
        }
        return amount.equals(originalAmount) && unit == originalUnit ? original : Duration.of(amount, unit.unit);
    }

    public Integer getAmount() {
        return amount;
    }

    public void setAmount(Integer amount) {
        this.amount = amount;
    }

    public Unit getUnit() {
        return unit;
    }

    public void setUnit(Unit unit) {
        this.unit = unit;
    }
}
