-- What the association aims at and what it may cost. A printed sum is what a source says, even
-- where its years add up to another number; the computed one is reckoned when it is shown.

create table targets (
    branch blob not null references branches (id) on delete cascade,
    year integer not null,
    duos integer not null,
    primary key (branch, year)
) strict, without rowid;

create table region_targets (
    region text not null,
    year integer not null,
    duos integer not null,
    primary key (region, year)
) strict, without rowid;

-- In thousands of euros.
create table budgets (
    region text not null,
    year integer not null,
    budget integer not null,
    public integer not null,
    primary key (region, year)
) strict, without rowid;

create table printed_sums (
    region text not null primary key,
    first integer not null,
    last integer not null,
    duos integer not null,
    budget integer not null,
    public integer not null
) strict, without rowid;

-- One row: what a change of any of these was made from.
create table targets_version (
    one integer not null primary key check (one = 1),
    version integer not null
) strict, without rowid;

insert into targets_version (one, version) values (1, 1);
