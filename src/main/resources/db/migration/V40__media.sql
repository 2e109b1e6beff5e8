-- Files that songs use, each once, by the SHA-256 of its bytes; rate, channels and frames of the sound in it, or 0.
create table media (
    hash     varchar(64)  not null primary key,
    name     varchar(200) not null,
    size     bigint       not null,
    rate     integer      not null,
    channels integer      not null,
    frames   bigint       not null,
    maker    uuid         not null,
    made     bigint       not null
);

-- Files on their way in. The hash is what the sender says; size is −1 where it isn't known yet.
create table media_upload (
    id    uuid         not null primary key,
    hash  varchar(64)  not null,
    name  varchar(200) not null,
    size  bigint       not null,
    maker uuid         not null,
    made  bigint       not null
);
create index media_upload_hash on media_upload (hash);

-- The bytes, where several nodes share a database; one node keeps them in its folder.
create table media_chunk (
    place   varchar(100) not null,
    number  integer      not null,
    content bytea        not null,
    constraint media_chunk_order primary key (place, number)
);
