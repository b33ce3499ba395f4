-- What the site publishes. Texts are bounded, so that H2 keeps them as strings too.

create sequence category_seq start with 50 increment by 50;

create table category (
    id        bigint       not null primary key,
    slug      varchar(80)  not null unique,
    name      varchar(80)  not null,
    parent_id bigint       references category (id),
    version   int          not null
);

create sequence tag_seq start with 50 increment by 50;

create table tag (
    id   bigint      not null primary key,
    slug varchar(80) not null unique,
    name varchar(80) not null
);

create sequence post_seq start with 50 increment by 50;

create table post (
    id               bigint                   not null primary key,
    title            varchar(200)             not null,
    format           varchar(10)              not null,
    body             varchar(200000)          not null,
    html             varchar(1000000)         not null,
    state            varchar(10)              not null,
    published_at     timestamp with time zone,
    path             varchar(200)             unique,
    guid             varchar(300)             unique,
    imported_id      bigint                   unique,
    withdrawn_reason varchar(300),
    created_at       timestamp with time zone not null,
    changed_at       timestamp with time zone not null,
    changed_by       varchar(300)             not null,
    version          int                      not null
);

create index post_by_state on post (state, published_at);
create index post_by_change on post (changed_at, id);

create table post_server (
    post_id   bigint not null references post (id) on delete cascade,
    server_id bigint not null references server (id),
    primary key (post_id, server_id)
);

create index post_server_of_server on post_server (server_id);

create table post_category (
    post_id     bigint not null references post (id) on delete cascade,
    category_id bigint not null references category (id),
    primary key (post_id, category_id)
);

create index post_category_of_category on post_category (category_id);

create table post_tag (
    post_id bigint not null references post (id) on delete cascade,
    tag_id  bigint not null references tag (id),
    primary key (post_id, tag_id)
);

create index post_tag_of_tag on post_tag (tag_id);

-- What was saved, each time it was: a post as it stood can be compared and brought back.
create table post_version (
    post_id    bigint                   not null references post (id) on delete cascade,
    number     int                      not null,
    title      varchar(200)             not null,
    format     varchar(10)              not null,
    body       varchar(200000)          not null,
    servers    varchar(1000)            not null,
    categories varchar(1000)            not null,
    tags       varchar(1000)            not null,
    saved_at   timestamp with time zone not null,
    saved_by   varchar(300)             not null,
    primary key (post_id, number)
);
