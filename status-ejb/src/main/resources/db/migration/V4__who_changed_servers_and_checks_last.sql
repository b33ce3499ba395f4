-- Who edits something that another has changed meanwhile is told by whom.
alter table server add changed_by varchar(300);
alter table server add changed_at timestamp with time zone;
alter table probe_check add changed_by varchar(300);
alter table probe_check add changed_at timestamp with time zone;
