-- Clients, what they have, what they were billed for, and the runs in which invoices go out. No amounts.

create sequence client_seq start with 50 increment by 50;

create table client (
    id              bigint       not null primary key,
    source          varchar(30)  not null,
    source_id       varchar(100) not null,
    name            varchar(200) not null,
    email           varchar(254),
    alternate_email varchar(254),
    language        varchar(10),
    zone            varchar(60),
    mail_server_id  bigint references server (id),
    active          boolean      not null,
    wants_reminders boolean      not null,
    erased_at       timestamp with time zone,
    changed_at      timestamp with time zone not null,
    changed_by      varchar(300) not null,
    version         int          not null,
    constraint client_by_source unique (source, source_id)
);

create index client_by_name on client (name);

create sequence client_service_seq start with 50 increment by 50;

create table client_service (
    id         bigint       not null primary key,
    client_id  bigint       not null references client (id),
    source     varchar(30)  not null,
    source_id  varchar(100) not null,
    kind       varchar(12)  not null,
    name       varchar(253) not null,
    expires_on date,
    state      varchar(12)  not null,
    version    int          not null,
    constraint client_service_by_source unique (source, source_id)
);

create index client_service_of_client on client_service (client_id);
create index client_service_by_expiry on client_service (state, expires_on);

create sequence invoice_run_seq start with 50 increment by 50;

create table invoice_run (
    id               bigint      not null primary key,
    bill_day         date        not null unique,
    covers_from      date        not null,
    covers_to        date        not null,
    state            varchar(12) not null,
    printed_on       date,
    promised_on      date,
    promised_at      timestamp with time zone,
    promise_revision int         not null,
    cause            varchar(1000),
    incident_id      bigint references incident (id),
    superseded_by    bigint references invoice_run (id),
    completed_on     date,
    late_post_id     bigint references post (id),
    sent_post_id     bigint references post (id),
    changed_at       timestamp with time zone not null,
    changed_by       varchar(300) not null,
    version          int         not null
);

create index invoice_run_by_state on invoice_run (state, bill_day);

create sequence invoice_seq start with 50 increment by 50;

create table invoice (
    id         bigint       not null primary key,
    client_id  bigint       not null references client (id),
    source     varchar(30)  not null,
    source_id  varchar(100) not null,
    number     varchar(60)  not null,
    state      varchar(12)  not null,
    bill_day   date,
    printed_on date,
    issued_on  date,
    due_on     date,
    paid_on    date,
    version    int          not null,
    constraint invoice_by_source unique (source, source_id)
);

create index invoice_of_client on invoice (client_id, bill_day);
-- of the run that it belongs to, which need not be there yet
create index invoice_of_run on invoice (bill_day, state);
create index invoice_by_issue on invoice (state, issued_on);

-- Why a client gets no invoice in a run.
create table invoice_waiver (
    run_id    bigint       not null references invoice_run (id),
    client_id bigint       not null references client (id),
    reason    varchar(300) not null,
    waived_at timestamp with time zone not null,
    waived_by varchar(300) not null,
    primary key (run_id, client_id)
);

-- The company's rules, from a bill day on.
create table billing_policy (
    valid_from                 date        not null primary key,
    bill_day                   int         not null,
    split_day                  int         not null,
    reminder_days              int         not null,
    due_days                   int         not null,
    expiry_notices             varchar(60) not null,
    suspension_days            int         not null,
    grace_days                 int         not null,
    delayed_after_days         int         not null,
    delayed_before_expiry_days int         not null,
    window_from                time        not null,
    window_until               time        not null,
    zone                       varchar(60) not null,
    changed_at                 timestamp with time zone not null,
    changed_by                 varchar(300) not null
);

-- Which clients were told that their invoice comes late, and which promise they were told then.
create table delay_told (
    run_id     bigint not null references invoice_run (id),
    client_id  bigint not null references client (id),
    revision   int    not null,
    told_at    timestamp with time zone not null,
    primary key (run_id, client_id, revision)
);

create index delay_told_of_client on delay_told (client_id);

-- The last day for which runs and notices were looked after, and what the people in charge chose; one row.
create table billing_watch (
    id                 int     not null primary key,
    watched_on         date,
    publish_late_posts boolean not null
);

insert into billing_watch (id, watched_on, publish_late_posts) values (1, null, false);
