/**
 * What the checks saw, kept: samples, and the outages that follow from the verdicts. Outages are written in the transaction that judges, and
 * announced as events, since what reacts to them (incidents, notices) stands below this feature. Samples above an age are packed into hours, and hours summed
 * up into days; what the site says of a server's past ({@link ServerPast}) follows from intervals alone.
 */
package net.niner.status.history;
