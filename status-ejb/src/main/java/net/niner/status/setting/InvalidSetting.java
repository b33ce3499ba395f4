package net.niner.status.setting;

/**
 * A setting that cannot be used.
 *
 * @param given what of it is wrong, as it was written; empty where that says nothing
 */
public record InvalidSetting(Field field, Fault fault, String given) {

    @Override
    public String toString() {
        return field + " " + fault.sentence() + (given.isEmpty() ? "" : ": " + given);
    }
}
