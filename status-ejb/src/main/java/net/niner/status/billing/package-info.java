/**
 * When invoices should go out, whether they did, and whom to tell if they do not. It is no billing system: clients, services and invoices come in
 * from one by import, or by hand; it knows no amounts and takes no money. What is due on a day is a pure function, {@code NoticePlan}, of the
 * policy, a run, its services and that day, so that any day of the past or the future can be played through.
 */
package net.niner.status.billing;
