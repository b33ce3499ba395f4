/**
 * The jobs console: what runs, what ran, and how to start, stop, restart and abandon it. All of it goes through {@code Jobs}, as the API does, so that
 * a page can do nothing that a script cannot.
 */
package net.niner.status.web.jobs;
