package net.niner.status.setting;

/** What can be wrong with a setting. Pages say it in the reader's language. */
public enum Fault {
    MISSING("must not be empty"),
    TOO_LONG("is too long"),
    TOO_MANY("has too many entries"),
    TWICE("is there twice"),
    NO_ZONE("is no time zone"),
    NO_LANGUAGE("is no language that the site speaks"),
    NO_LABEL("needs a label"),
    NO_ADDRESS("is no address that begins with https://, http:// or mailto:"),
    SAMPLES_AGE("must be from one hour to 14 days"),
    EXECUTIONS_AGE("must be from one hour to 30 days"),
    NO_TARGET("must be host:port"),
    NO_COLOUR("must be a colour as #rrggbb"),
    TOO_FAINT("does not stand out enough, 4.5 to 1 is the least"),
    FILE_TOO_LARGE("is larger than 100 kB"),
    PICTURE_TOO_LARGE("is larger than 2000 pixels a side"),
    NO_PICTURE("is neither a PNG nor an SVG with anything to see in it");

    private final String sentence;

    Fault(String sentence) {
        this.sentence = sentence;
    }

    /** The end of a sentence that begins with the setting's name, in English. */
    String sentence() {
        return sentence;
    }
}
