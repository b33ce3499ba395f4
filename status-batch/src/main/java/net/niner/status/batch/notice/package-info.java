/**
 * The jobs about notices: one makes notices of what was announced and delivers those whose time has come, one reads what came back, and steps of
 * others forget whom old ones went to. What they do is decided in the services.
 */
package net.niner.status.batch.notice;
