/**
 * Planned work on servers. A window has two intervals: the one that was planned, and the one in which work really went on; only the latter quiets alarms and
 * is left out of availability. It starts and ends at its planned times or by hand; news about it are posts.
 */
package net.niner.status.maintenance;
