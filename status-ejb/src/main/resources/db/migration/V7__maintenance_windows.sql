-- Planned work: when it is meant to be, and when it really was.

create sequence maintenance_window_seq start with 50 increment by 50;

create table maintenance_window (
    id            bigint                   not null primary key,
    uid           varchar(60)              not null unique,
    title         varchar(140)             not null,
    state         varchar(12)              not null,
    planned_from  timestamp with time zone not null,
    planned_until timestamp with time zone not null,
    actual_from   timestamp with time zone,
    actual_until  timestamp with time zone,
    starts_itself boolean                  not null,
    ends_itself   boolean                  not null,
    cancel_reason varchar(300),
    created_at    timestamp with time zone not null,
    changed_at    timestamp with time zone not null,
    changed_by    varchar(300)             not null,
    version       int                      not null
);

create index maintenance_window_by_state on maintenance_window (state, planned_from);
create index maintenance_window_by_actual on maintenance_window (actual_from);

create table maintenance_window_server (
    window_id bigint not null references maintenance_window (id) on delete cascade,
    server_id bigint not null references server (id),
    primary key (window_id, server_id)
);

create index maintenance_window_of_server on maintenance_window_server (server_id);

-- What was published about it, and how it stood then.
create table maintenance_window_post (
    window_id bigint                   not null references maintenance_window (id) on delete cascade,
    post_id   bigint                   not null references post (id) on delete cascade,
    state     varchar(12)              not null,
    linked_at timestamp with time zone not null,
    primary key (window_id, post_id)
);

create index maintenance_window_of_post on maintenance_window_post (post_id);
