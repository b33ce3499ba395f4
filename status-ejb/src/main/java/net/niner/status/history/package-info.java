/**
 * What the checks saw, kept: samples, and the outages that follow from the verdicts. Outages are written in the transaction that judges, and
 * announced as events, since what reacts to them (incidents, notices) stands below this feature.
 */
package net.niner.status.history;
