/**
 * An Arquillian container of our own: one Payara Micro a test run, as a process beside the tests, on H2 or on a real PostgreSQL. The public
 * connector starts the server in a way that reads half-written logs. What the launcher sets up for the shipped artifact (pool, job
 * repository, executor) is set up here by the same commands.
 */
package net.niner.status.container;
