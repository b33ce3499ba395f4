/**
 * The jobs as operators see them, and their schedule. All calls to the Jakarta Batch runtime go through one EJB, {@code Jobs}, since the
 * runtime hides an application's executions from any other caller; it runs outside transactions, since starting a job within one races with
 * its commit.
 */
package net.niner.status.batch.platform;
