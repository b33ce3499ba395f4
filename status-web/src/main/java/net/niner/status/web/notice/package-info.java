/**
 * Notices for people: the outbox and what a person decides about it, how mail goes out, what mails look like, and the pages on which others
 * subscribe and leave. Whoever looks at the outbox sees addresses, and needs the permission for clients' data.
 */
package net.niner.status.web.notice;
