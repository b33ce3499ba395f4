/**
 * Checks, how they ask, and what their answers mean. A check's settings are a {@link net.niner.status.probe.ProbeSpec}, one record a kind,
 * whose annotated components are the one table of setting names, defaults and ranges; {@link net.niner.status.probe.Settings} reads and
 * writes them. A probe is a blocking conversation over one connection that it was handed, written down as a person would hold it;
 * everything that such a conversation must not forget stands behind {@link net.niner.status.probe.Attempt} and {@link
 * net.niner.status.probe.Wire}: which addresses are allowed (judged after resolution, and the connection goes to the address that was
 * judged), one deadline over all phases (a watchdog closes the socket, because nothing else interrupts a read), the trust in
 * certificates, and the words for what went wrong. What is our fault is {@code UNKNOWN} and never counts against a target. Every read has
 * a limit in bytes. {@link net.niner.status.probe.Flights} carries the probes, {@link net.niner.status.probe.Verdict} decides what is
 * believed. A check's state changes with every measurement and is therefore a value, read and written in bulk, not an entity.
 */
package net.niner.status.probe;
