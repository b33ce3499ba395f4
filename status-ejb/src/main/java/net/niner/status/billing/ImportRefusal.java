package net.niner.status.billing;

import jakarta.ejb.ApplicationException;

/** An upload with which this cannot be done. */
@ApplicationException(rollback = true)
public class ImportRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Why why;

    public enum Why {
        /** There is none of that number. */
        NOT_THERE,
        /** Its rows are gone: it was imported, or nobody did so in time. */
        NOT_READY,
        /** An execution of the job applies it just now. */
        UNDER_WAY
    }

    ImportRefusal(long upload, Why why) {
        super(
                switch (why) {
                    case NOT_THERE -> "there is no upload " + upload;
                    case NOT_READY ->
                        "upload " + upload
                                + " cannot be imported: its rows are gone, since it was imported, or waited for a week";
                    case UNDER_WAY -> "upload " + upload + " is being imported: stop the job first";
                });
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
