-- How much work a job is, in units of its kind and shape, and how many milliseconds it was expected to take when that was known,
-- and how many it took; −1 for unknown.
alter table job add column shape varchar(200) default '' not null;
alter table job add column size double precision default 0 not null;
alter table job add column expected bigint default -1 not null;
alter table job add column took bigint default -1 not null;

-- How much louder a take sounds than its velocities tell, in hundredths of a decibel; take 0 is what was there when it was asked for.
create table proposal_level (
    proposal uuid    not null references proposal (id),
    take     integer not null,
    above    integer not null,
    constraint proposal_level_once primary key (proposal, take)
);
