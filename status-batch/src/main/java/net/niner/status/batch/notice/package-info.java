/** The job that delivers notices: first it makes them of what was announced, then it sends those whose time has come. */
package net.niner.status.batch.notice;
