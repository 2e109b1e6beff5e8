-- Style palettes that people learned from their own songs, as files of palettes. Shared with nobody (0), in a song (1) or with everybody on
-- this server (2). Made and deleted in milliseconds since 1970; deleted is 0 while it exists, and a deleted one can be taken back.
create table palette (
    id      uuid        not null primary key,
    person  char(32)    not null,
    author  varchar(60) not null,
    title   varchar(60) not null,
    shared  integer     not null,
    song    varchar(64) not null,
    songs   integer     not null,
    chords  integer     not null,
    melody  integer     not null,
    bass    integer     not null,
    made    bigint      not null,
    deleted bigint      not null,
    content bytea       not null
);

create index palette_person on palette (person);
create index palette_shared on palette (shared, song);
