-- Pictures that people sent for their posts, encoded anew; and posts in the order in which they are read.

create sequence picture_seq start with 50 increment by 50;

create table picture (
    id          bigint                   not null primary key,
    sha256      varchar(64)              not null unique,
    type        varchar(10)              not null,
    width       int                      not null,
    height      int                      not null,
    name        varchar(200)             not null,
    uploaded_at timestamp with time zone not null,
    uploaded_by varchar(300)             not null
);

create index picture_by_time on picture (uploaded_at, id);

-- in parts, since a binary column of H2 holds a megabyte and no more
create table picture_part (
    picture_id bigint not null references picture (id) on delete cascade,
    number     int    not null,
    content    bytea  not null,
    primary key (picture_id, number)
);

-- with all that lists, counts and the search ask for, so that they need not read the texts to know which posts there are
drop index post_by_state;
create index post_in_order on post (state, published_at, id);
drop index post_by_change;
create index post_by_change on post (changed_at, id, version, state);

-- a post may concern every server, and bear many tags
alter table post_version alter column servers set data type varchar(20000);
alter table post_version alter column categories set data type varchar(20000);
alter table post_version alter column tags set data type varchar(20000);
