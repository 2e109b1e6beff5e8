-- A song: head counts its edits; epoch is taken by each new owner and checked by each append.
create table song (
    id      uuid         primary key,
    link    varchar(43)  not null unique,
    name    varchar(200) not null,
    maker   uuid         not null,
    made    bigint       not null,
    changed bigint       not null,
    trashed boolean      not null default false,
    head    bigint       not null,
    epoch   bigint       not null default 0,
    owner   varchar(200)
);

-- The log, never thinned. An edit exists from the moment its row is here: once for its id, once for its revision.
create table edit (
    song     uuid        not null references song (id),
    revision bigint      not null,
    id       uuid        not null,
    author   uuid        not null,
    made     bigint      not null,
    label    varchar(80) not null,
    undoes   uuid,
    checksum bigint      not null,
    content  bytea       not null,
    inverse  bytea       not null,
    constraint edit_order primary key (song, revision),
    constraint edit_once unique (song, id)
);

-- Whole states, so that opening stays fast.
create table snapshot (
    song     uuid   not null references song (id),
    revision bigint not null,
    content  bytea  not null,
    constraint snapshot_order primary key (song, revision)
);

-- Moments to go back to; those without a name were kept by the house.
create table version (
    id       uuid         primary key,
    song     uuid         not null references song (id),
    revision bigint       not null,
    name     varchar(100) not null,
    author   uuid         not null,
    made     bigint       not null
);
create index version_of_song on version (song, revision);

-- The conversation beside the music.
create table saying (
    song   uuid          not null references song (id),
    id     uuid          not null,
    person uuid          not null,
    name   varchar(60)   not null,
    colour integer       not null,
    made   bigint        not null,
    words  varchar(2000) not null,
    constraint saying_once primary key (song, id)
);
create index saying_of_song on saying (song, made);
