-- A person is one browser until accounts come: 32 hexadecimal digits, a hash of the browser's secret.
create table person (
    id     char(32)    not null primary key,
    name   varchar(60) not null,
    colour integer     not null
);

-- The songs that a person made or opened; opened in milliseconds since 1970.
create table shelf (
    person char(32)     not null,
    link   varchar(64)  not null,
    opened bigint       not null,
    primary key (person, link)
);
