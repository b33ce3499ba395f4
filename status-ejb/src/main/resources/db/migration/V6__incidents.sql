-- What the people in charge say of servers in trouble, and since when.

create sequence incident_seq start with 50 increment by 50;

create table incident (
    id              bigint                   not null primary key,
    title           varchar(200)             not null,
    state           varchar(15)              not null,
    began_at        timestamp with time zone not null,
    noticed_at      timestamp with time zone not null,
    resolved_at     timestamp with time zone,
    published_at    timestamp with time zone,
    draft_text      varchar(20000),
    publish_at      timestamp with time zone,
    origin_check_id bigint                   references probe_check (id) on delete set null,
    origin_began_at timestamp with time zone,
    answers_since   timestamp with time zone,
    updated_at      timestamp with time zone not null,
    changed_at      timestamp with time zone not null,
    changed_by      varchar(300)             not null,
    version         int                      not null
);

create index incident_by_time on incident (began_at, id);
create index incident_open on incident (resolved_at);
create index incident_due on incident (publish_at);

-- One row for each time that one impact on one server lasted.
create sequence incident_server_seq start with 50 increment by 50;

create table incident_server (
    id          bigint                   not null primary key,
    incident_id bigint                   not null references incident (id) on delete cascade,
    server_id   bigint                   not null references server (id),
    impact      varchar(15)              not null,
    from_at     timestamp with time zone not null,
    until_at    timestamp with time zone
);

create index incident_server_of_incident on incident_server (incident_id);
create index incident_server_of_server on incident_server (server_id, from_at);

create sequence incident_update_seq start with 50 increment by 50;

create table incident_update (
    id          bigint                   not null primary key,
    incident_id bigint                   not null references incident (id) on delete cascade,
    number      int                      not null,
    post_id     bigint                   not null unique references post (id),
    state       varchar(15)              not null,
    told        varchar(4000)            not null,
    told_at     timestamp with time zone not null,
    unique (incident_id, number)
);

-- the first block of ids begins behind those that are given here
create sequence update_template_seq start with 100 increment by 50;

create table update_template (
    id       bigint         not null primary key,
    name     varchar(80)    not null unique,
    state    varchar(15)    not null,
    text     varchar(20000) not null,
    proposes boolean        not null,
    version  int            not null
);

insert into update_template (id, name, state, text, proposes, version) values
    (1, 'Does not answer', 'INVESTIGATING', '{server} has not answered our checks since {began} UTC. We are looking into it and will tell more here.', true, 0),
    (2, 'We look into it', 'INVESTIGATING', 'We know of the problem with {servers} and are looking for its cause.', false, 0),
    (3, 'Cause found', 'IDENTIFIED', 'We have found the cause of the problem with {servers} and are working on it.', false, 0),
    (4, 'Fixed, we watch', 'MONITORING', '{servers} works again as of {time} UTC. We keep watching before we call it resolved.', false, 0),
    (5, 'Resolved', 'RESOLVED', 'The problem with {servers} is resolved as of {time} UTC, after {minutes} minutes.', false, 0);

-- What an outage of a server leads to; a server without a row raises the alarm only.
create table proposal_rule (
    server_id     bigint      not null primary key references server (id) on delete cascade,
    kind          varchar(10) not null,
    after_minutes int         not null,
    version       int         not null
);
