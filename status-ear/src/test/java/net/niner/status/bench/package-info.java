/**
 * Measurements of the shipped artifact beside yardsticks of the same run. They print a table and assert nothing: a figure depends on the
 * machine, a ratio less so.
 */
package net.niner.status.bench;
