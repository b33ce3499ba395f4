/** Incidents: the pages that visitors read, and the pages on which people declare them, made for one hand and a small screen at night. */
package net.niner.status.web.incident;
