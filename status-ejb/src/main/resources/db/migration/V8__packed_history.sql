-- Samples that need not stay whole, packed into one row a check and hour. Hours and days are counted since 1970, UTC. Counts, latencies and lengths are
-- small numbers, so that a row costs little beside its values.

create table hour_series (
    check_id      bigint not null references probe_check (id) on delete cascade,
    hour_number   int    not null,
    up_count      int    not null,
    slow_count    int    not null,
    down_count    int    not null,
    unknown_count int    not null,
    min_micros    int,
    p50_micros    int,
    p95_micros    int,
    p99_micros    int,
    max_micros    int,
    row_bytes     int    not null,
    packed        bytea  not null,
    primary key (check_id, hour_number)
);

-- holds the length as well, so that the size of all is summed up without reading a row
create index hour_series_age on hour_series (hour_number, row_bytes);

create table day_series (
    check_id      bigint not null references probe_check (id) on delete cascade,
    day_number    int    not null,
    up_count      int    not null,
    slow_count    int    not null,
    down_count    int    not null,
    unknown_count int    not null,
    min_micros    int,
    p50_micros    int,
    p95_micros    int,
    p99_micros    int,
    max_micros    int,
    primary key (check_id, day_number)
);

-- When a check knew nothing, between its first packed sample and its last one.
create table blind_span (
    check_id bigint                   not null references probe_check (id) on delete cascade,
    began_at timestamp with time zone not null,
    ended_at timestamp with time zone not null,
    primary key (check_id, began_at)
);

-- Where the packed past of a check begins and ends.
create table packed_history (
    check_id     bigint                   not null primary key references probe_check (id) on delete cascade,
    first_at     timestamp with time zone not null,
    last_at      timestamp with time zone not null,
    last_outcome varchar(8)               not null
);
