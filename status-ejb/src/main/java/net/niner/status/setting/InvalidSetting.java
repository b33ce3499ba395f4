package net.niner.status.setting;

/**
 * A setting that cannot be used.
 *
 * @param given what of it is wrong, as it was written, or a number to be written as the reader's language does; empty where that says nothing
 */
public record InvalidSetting(Field field, Fault fault, Object given) {

    @Override
    public String toString() {
        return field + " " + fault.sentence() + (given.equals("") ? "" : ": " + given);
    }
}
