package net.niner.status.web.desk;

import java.util.List;

/** What a feature puts on the desk: a CDI bean of each feature that has something to say implements it, and the desk asks them all. */
public interface DeskItems {

    /** In the reader's language; only what this reader may do something about, or should know. */
    List<DeskItem> items();
}
