-- What was learned from incidents, and what was promised because of it.

create sequence post_mortem_seq start with 50 increment by 50;

create table post_mortem (
    id          bigint                   not null primary key,
    incident_id bigint                   not null unique references incident (id),
    title       varchar(200)             not null,
    summary     varchar(20000)           not null,
    noticed     varchar(20000)           not null,
    set_off     varchar(20000)           not null,
    detected    varchar(20000)           not null,
    fixed       varchar(20000)           not null,
    went_well   varchar(20000)           not null,
    went_badly  varchar(20000)           not null,
    state       varchar(10)              not null,
    post_id     bigint                   unique references post (id),
    created_at  timestamp with time zone not null,
    changed_at  timestamp with time zone not null,
    changed_by  varchar(300)             not null,
    version     int                      not null
);

create table post_mortem_cause (
    post_mortem_id bigint        not null references post_mortem (id) on delete cascade,
    place          int           not null,
    wording        varchar(2000) not null
);

create index post_mortem_cause_of on post_mortem_cause (post_mortem_id);

create table post_mortem_moment (
    post_mortem_id bigint                   not null references post_mortem (id) on delete cascade,
    place          int                      not null,
    happened_at    timestamp with time zone not null,
    wording        varchar(1000)            not null,
    source         varchar(10)              not null
);

create index post_mortem_moment_of on post_mortem_moment (post_mortem_id);

create sequence lesson_seq start with 50 increment by 50;

create table lesson (
    id             bigint        not null primary key,
    post_mortem_id bigint        not null references post_mortem (id) on delete cascade,
    place          int           not null,
    wording        varchar(2000) not null,
    version        int           not null
);

create index lesson_of_post_mortem on lesson (post_mortem_id);

create sequence follow_up_seq start with 50 increment by 50;

create table follow_up (
    id         bigint                   not null primary key,
    lesson_id  bigint                   references lesson (id),
    promise    varchar(500)             not null,
    owner      varchar(100)             not null,
    state      varchar(12)              not null,
    due_on     date,
    reason     varchar(500),
    link       varchar(500),
    check_id   bigint                   references probe_check (id) on delete set null,
    is_public  boolean                  not null,
    created_at timestamp with time zone not null,
    moved_at   timestamp with time zone not null,
    changed_at timestamp with time zone not null,
    changed_by varchar(300)             not null,
    version    int                      not null
);

create index follow_up_of_lesson on follow_up (lesson_id);
create index follow_up_by_state on follow_up (state, due_on);
