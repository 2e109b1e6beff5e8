-- What people tell a live job while it runs, in its order; a worker that takes it over hears all of it again.
alter table job add column stopped boolean default false not null;
create table job_message (
    job     uuid          not null references job (id) on delete cascade,
    number  integer       not null,
    content varchar(1000) not null,
    constraint job_message_order primary key (job, number)
);

-- The tray beside a song. Card and takes are in the forms of core.protocol; times in milliseconds since 1970; stamp rises with every change.
create table proposal (
    id         uuid         primary key,
    song       uuid         not null references song (id),
    asker      uuid         not null,
    name       varchar(60)  not null,
    colour     integer      not null,
    made       bigint       not null,
    card       bytea        not null,
    state      varchar(10)  not null,
    error      varchar(500) not null default '',
    shown      boolean      not null,
    away       boolean      not null default false,
    stamp      bigint       not null default 1,
    changed    bigint       not null,
    -- who accepted which take, by which edit: claimed before the edit is made, and given back if that is refused
    taken      integer      not null default 0,
    taker      uuid,
    taker_name varchar(60),
    taker_colour integer,
    taken_at   bigint       not null default 0,
    taken_over boolean      not null default false,
    edit       uuid,
    revision   bigint       not null default 0
);
create index proposal_of_song on proposal (song, away, made);
create index proposal_changed on proposal (song, changed);

-- Takes with their notes, each once under its number.
create table proposal_take (
    proposal uuid         not null references proposal (id),
    number   integer      not null,
    label    varchar(200) not null,
    notes    integer      not null,
    hash     bigint       not null,
    hidden   uuid,
    content  bytea        not null,
    constraint proposal_take_once primary key (proposal, number)
);

create table proposal_vote (
    proposal uuid        not null references proposal (id),
    take     integer     not null,
    person   uuid        not null,
    name     varchar(60) not null,
    colour   integer     not null,
    up       boolean     not null,
    constraint proposal_vote_once primary key (proposal, take, person)
);

create table proposal_remark (
    proposal uuid          not null references proposal (id),
    id       uuid          not null,
    take     integer       not null,
    person   uuid          not null,
    name     varchar(60)   not null,
    colour   integer       not null,
    made     bigint        not null,
    words    varchar(1000) not null,
    constraint proposal_remark_once primary key (proposal, id)
);

-- How many votes a song's owner asks for before a take can be accepted.
create table proposal_rule (
    song  uuid    primary key references song (id),
    votes integer not null
);
