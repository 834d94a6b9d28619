-- What people have of their own: files, a calendar, requests for a call, and an end.

-- A person who left keeps a row without a name: dates of duos and authors of shared words.
alter table people add column ended integer;

-- How long the mentor of an ended duo goes on reading, and what was counted when words went.
alter table duos add column shared_until integer;
alter table duos add column meetings integer;
alter table duos add column minutes integer;

-- The bytes lie beside the database, named by their hash. A file belongs to one board, so that
-- knowing a hash opens nothing elsewhere.
create table files (
    board blob not null references boards (id),
    sha256 blob not null,
    person blob not null references people (id),
    kind text not null,
    bytes integer not null,
    name text not null,
    at integer not null,
    primary key (board, sha256)
) strict, without rowid;

create index files_by_hash on files (sha256);
create index files_by_person on files (person);

create table calendars (
    person blob not null primary key references people (id),
    hash blob not null unique,
    since integer not null
) strict, without rowid;

-- No words: a topic and a time.
create table help_requests (
    id blob not null primary key,
    board blob not null references boards (id),
    person blob not null references people (id),
    topic text not null,
    at integer not null,
    answered integer
) strict;

create index help_by_person on help_requests (person);
create index help_by_board on help_requests (board);

-- Below this revision the log is not what happened any more (words were taken out): whoever is
-- older gets a snapshot.
alter table spaces add column floor integer not null default 0;
