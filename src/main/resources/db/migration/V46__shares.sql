-- Listen-only links. What plays is the sound of one revision, kept as a product by its hash; another one may be on its way. Times in milliseconds since 1970.
create table shared (
    token    varchar(43)   primary key,
    song     uuid          not null references song (id),
    link     varchar(43)   not null,
    title    varchar(200)  not null,
    credits  varchar(1000) not null,
    revision bigint        not null,
    wanted   bigint        not null,
    maker    uuid          not null,
    made     bigint        not null,
    revoked  bigint        not null default 0,
    job      uuid,
    flac     char(64),
    opus     char(64),
    seconds  double precision not null default 0,
    peaks    varchar(4000) not null default ''
);
create index shared_of_song on shared (song, made);

-- What listeners said, at a second of the sound.
create table shared_comment (
    token   varchar(43)  not null references shared (token),
    id      uuid         not null,
    name    varchar(60)  not null,
    words   varchar(500) not null,
    seconds double precision not null,
    made    bigint       not null,
    constraint shared_comment_once primary key (token, id)
);
