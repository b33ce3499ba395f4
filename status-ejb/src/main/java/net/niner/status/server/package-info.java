/**
 * The servers that clients depend on. Everything else speaks of them by their code. A declared status is no field of a server: it
 * follows from what is open (see {@code board}), so that the two cannot disagree.
 */
package net.niner.status.server;
