package net.niner.status.notice;

/** By what a list of notices is sorted; those of one kind stand by the time at which they were enqueued. */
public enum NoticeSort {
    TIME("created_at"),
    STATE("state"),
    KIND("kind"),
    RECIPIENT("address"),
    SUBJECT("subject");

    private final String column;

    NoticeSort(String column) {
        this.column = column;
    }

    String order(boolean ascending) {
        String direction = ascending ? "" : " desc";
        return column + direction + (this == TIME ? "" : ", created_at desc") + ", id"
                + (this == TIME ? direction : " desc");
    }
}
