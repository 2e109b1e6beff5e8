-- Up to where each person has seen a song, and when they last looked; in milliseconds since 1970.
create table seen (
    song     uuid   not null references song (id),
    person   uuid   not null,
    revision bigint not null,
    made     bigint not null,
    constraint seen_once primary key (song, person)
);
