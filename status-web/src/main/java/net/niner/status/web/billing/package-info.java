/**
 * The billing desk: what the people in charge see of invoice runs, clients and the company's rules, and what visitors may know of a late run. Dates
 * are days of the company's zone; nothing of a client is on a page without the permission {@code BILLING}, which the services ask for themselves.
 */
package net.niner.status.web.billing;
