package net.niner.status.web.platform;

import java.util.List;

/** The public pages of one feature: each has a bean that names them. Patterns of different features do not overlap. */
public interface PublicPages {

    List<PublicPage> pages();
}
