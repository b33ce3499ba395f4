/**
 * The job that probes. A round takes in what becomes due within some seconds; probes run on an executor of their own and outlive the round
 * if they must, so that rounds are short, never overlap, and wait for no target.
 */
package net.niner.status.batch.probe;
