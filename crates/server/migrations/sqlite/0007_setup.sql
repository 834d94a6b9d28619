-- Setting up: people who have no duo yet, lists that came as a file, and what a match is sought by.

-- The branch that knows somebody, duo or not, and what they told it about finding a partner. Sectors,
-- languages, hours and ways are lists of words as JSON; no text of anybody is among them.
create table profiles (
    person blob not null primary key references people (id) on delete cascade,
    branch blob not null references branches (id),
    looking integer not null default 0,
    since text,
    sectors text not null default '[]',
    langs text not null default '[]',
    hours text not null default '[]',
    ways text not null default '[]',
    postcode text,
    capacity integer not null default 1,
    version integer not null default 1
) strict, without rowid;

create index profiles_by_branch on profiles (branch, looking);

-- A list of duos that came as a file. The same list sent twice is created once.
create table imports (
    id blob not null primary key,
    author blob not null references people (id),
    digest blob not null,
    at integer not null,
    undone integer
) strict, without rowid;

create table import_duos (
    import blob not null references imports (id) on delete cascade,
    number integer not null,
    duo blob not null references duos (id) on delete cascade,
    primary key (import, number)
) strict, without rowid;

-- Whom a list added; those who were known before are not its own.
create table import_people (
    import blob not null references imports (id) on delete cascade,
    person blob not null references people (id) on delete cascade,
    primary key (import, person)
) strict, without rowid;

create index imports_by_author on imports (author, at);

-- Changed by several people of the association: the version says what somebody had before them.
alter table people add column version integer not null default 1;
alter table branches add column version integer not null default 1;
