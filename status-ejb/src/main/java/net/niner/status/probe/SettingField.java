package net.niner.status.probe;

import java.util.List;

/**
 * A setting as a form shows it.
 *
 * @param byDefault what holds where nothing is given, as a person writes it; empty for nothing
 * @param choices for {@link Form#CHOICE}, as they are written
 */
public record SettingField(String name, Form form, boolean mandatory, String byDefault, List<String> choices) {

    /** What kind of field it takes. */
    public enum Form {
        TEXT,
        /** A text of several lines. */
        LINES,
        NUMBER,
        CHOICE,
        /** Never shown; empty keeps the one that is stored. */
        SECRET,
        /** One text a line. */
        LIST,
        /** A name, a colon and a value a line; the values are kept like passwords, and one that is left out stays as it is. */
        HEADERS
    }
}
