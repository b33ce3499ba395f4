/**
 * The shipped jar from outside: started as a process on a free port with an empty data directory, spoken to over HTTP and
 * by its own commands, stopped by signals. Nothing in here knows a class of the application.
 */
package net.niner.status.shipped;
