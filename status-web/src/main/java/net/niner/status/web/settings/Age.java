package net.niner.status.web.settings;

import java.io.Serializable;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** A length of time as a form takes it: a number and a unit. */
public class Age implements Serializable {

    private static final long serialVersionUID = 1;

    private Integer amount;
    private Unit unit;

    /** What people count ages in. */
    public enum Unit {
        HOURS(ChronoUnit.HOURS),
        DAYS(ChronoUnit.DAYS);

        private final ChronoUnit unit;

        Unit(ChronoUnit unit) {
            this.unit = unit;
        }
    }

    Age(Duration duration) {
        boolean whole = duration.equals(Duration.ofDays(duration.toDays()));
        unit = whole ? Unit.DAYS : Unit.HOURS;
        amount = (int) (whole ? duration.toDays() : duration.toHours());
    }

    Duration duration() {
        return amount == null ? Duration.ZERO : Duration.of(amount, unit.unit);
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
