-- Settings of effects and instruments that people saved under a name: parameters by their names, as JSON. Shared with nobody (0), in a
-- song (1) or with everybody on this server (2). Made in milliseconds since 1970.
create table preset (
    id       uuid           not null primary key,
    person   char(32)       not null,
    author   varchar(60)    not null,
    kind     varchar(40)    not null,
    name     varchar(60)    not null,
    settings varchar(20000) not null,
    shared   integer        not null,
    song     varchar(64)    not null,
    made     bigint         not null
);

create index preset_kind on preset (kind, shared, song);
create index preset_person on preset (person, kind);
