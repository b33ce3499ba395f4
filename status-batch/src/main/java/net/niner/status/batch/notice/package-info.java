/** The jobs about notices: they deliver what is due, read what came back, and forget whom old ones went to. What they do is decided in the services. */
package net.niner.status.batch.notice;
