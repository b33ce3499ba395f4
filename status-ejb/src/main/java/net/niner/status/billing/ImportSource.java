package net.niner.status.billing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where files of an import come from. */
public enum ImportSource {
    /** The site's own form: {@link ImportCanonical}. */
    CSV("csv"),
    WHMCS("whmcs"),
    INVOICE_NINJA("invoice-ninja"),
    FOSSBILLING("fossbilling");

    private final String word;

    ImportSource(String word) {
        this.word = word;
    }

    /** As it is stored with a client, and given to the API. */
    public String word() {
        return word;
    }

    public static Optional<ImportSource> called(String word) {
        return Arrays.stream(values())
                .filter(source -> source.word.equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
