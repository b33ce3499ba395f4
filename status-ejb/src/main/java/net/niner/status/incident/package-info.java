/**
 * Incidents: what the people in charge say of servers in trouble. An incident declares an impact on each server it concerns, for a time that
 * is known to the second; its updates are posts, and an update says what state and impacts it leads to. What the checks saw stands beside it
 * as evidence and never changes it: an outage can at most propose an incident. Times are whole seconds, UTC.
 */
package net.niner.status.incident;
