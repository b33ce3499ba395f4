/**
 * What people are told by mail, and an outbox that never sends twice. Whoever decides that somebody must be told enqueues in the same transaction
 * under a key that exists once; a job delivers outside of transactions, and what may have been sent is never sent again by itself: a person
 * decides. The features that cause notices judge them again just before they go, through {@link net.niner.status.notice.NoticeJudge}. Subscribers,
 * alerts of the owner and tasks of the owner stand here too, since all of them are about telling somebody.
 */
package net.niner.status.notice;
