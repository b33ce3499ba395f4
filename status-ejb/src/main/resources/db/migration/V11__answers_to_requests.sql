-- What was answered to a request that carried a key of its own, so that it can be sent again without being done again.
create table answered_request (
    caller      varchar(300)             not null,
    request_key varchar(200)             not null,
    digest      varchar(64)              not null,
    status      int                      not null,
    location    varchar(300),
    body        varchar(1000000)         not null,
    answered_at timestamp with time zone not null,
    primary key (caller, request_key)
);

create index answered_request_age on answered_request (answered_at);
