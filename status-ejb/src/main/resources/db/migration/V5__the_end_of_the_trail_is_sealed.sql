-- Under the key of the trail, over number and hash of the last event: without it, the end of the trail could be cut off and audit_head set back.
alter table audit_head add column seal varchar(64);
