/** The job that begins and ends maintenance. */
package net.niner.status.batch.maintenance;
