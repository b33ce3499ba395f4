-- Files of an import, read and found to be well, and what their rows say until they are applied.

create sequence billing_upload_seq start with 50 increment by 50;

create table billing_upload (
    id           bigint       not null primary key,
    uploaded_at  timestamp with time zone not null,
    uploaded_by  varchar(300) not null,
    source       varchar(30)  not null,
    date_format  varchar(12)  not null,
    state        varchar(12)  not null,
    clients      int          not null,
    services     int          not null,
    invoices     int          not null,
    findings     int          not null,
    execution_id bigint,
    version      int          not null
);

create index billing_upload_by_state on billing_upload (state, uploaded_at);

-- One client, service, invoice or finding a row, as JSON; gone with the import, or a week after the upload.
create table billing_upload_row (
    upload_id  bigint        not null references billing_upload (id) on delete cascade,
    ordinal    int           not null,
    content    varchar(4000) not null,
    primary key (upload_id, ordinal)
);
