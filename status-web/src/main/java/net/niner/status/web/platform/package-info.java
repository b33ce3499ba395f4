/**
 * What every page shares: the language, the page cache, the headers, the assets and the error pages. The filters are listed in {@code web.xml},
 * since their order matters: headers first, then what may be asked at all, then the cache, and only then Faces.
 */
package net.niner.status.web.platform;
