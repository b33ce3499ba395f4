/** The job that publishes proposed incidents. */
package net.niner.status.batch.incident;
