/** The jobs that keep the past small. */
package net.niner.status.batch.history;
