-- Work on request. A worker holds a job by its attempt until its lease (milliseconds since 1970 by the store's clock) is over;
-- only the attempt that holds it can write its end.
create table job (
    id       uuid          primary key,
    kind     varchar(40)   not null,
    song     uuid          not null,
    person   uuid          not null,
    priority integer       not null,
    inputs   varchar(4000) not null,
    state    varchar(10)   not null,
    attempt  integer       not null default 0,
    worker   varchar(200),
    lease    bigint        not null default 0,
    unwanted boolean       not null default false,
    share    double precision not null default 0,
    result   varchar(8000),
    error    varchar(500),
    made     bigint        not null,
    started  bigint        not null default 0,
    ended    bigint        not null default 0
);
create index job_waiting on job (state, priority, made);
create index job_of_song on job (song, made);
create index job_of_person on job (person, state);

-- Files that jobs made, by the SHA-256 of their content, until they are old. The content is here in parts if several nodes share the store.
create table product (
    hash  char(64) primary key,
    size  bigint   not null,
    until bigint   not null
);
create table product_part (
    hash    char(64) not null references product (hash),
    number  integer  not null,
    content bytea    not null,
    constraint product_part_order primary key (hash, number)
);
