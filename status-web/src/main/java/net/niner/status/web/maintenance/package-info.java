/** Maintenance: the calendar and one window in the back office, what visitors read of it, and the calendar that they subscribe to. */
package net.niner.status.web.maintenance;
