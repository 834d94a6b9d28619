-- People, boards and what is on them. Times are milliseconds UTC, ids 16 bytes, JSON is text.

create table meta (
    name text not null primary key,
    value integer not null
) strict;

create table people (
    id blob not null primary key,
    role text not null,
    name text not null,
    lang text not null,
    created integer not null
) strict;

create table boards (
    id blob not null primary key,
    mentee blob not null unique references people (id),
    created integer not null
) strict;

create table branches (
    id blob not null primary key,
    name text not null,
    phone text not null
) strict;

-- A mentor reads the board while the duo has not ended.
create table duos (
    id blob not null primary key,
    board blob not null references boards (id),
    mentor blob not null references people (id),
    branch blob not null references branches (id),
    start text not null,
    cadence_days integer not null,
    version integer not null default 1,
    created integer not null,
    ended integer
) strict;

create index duos_by_board on duos (board);
create index duos_by_mentor on duos (mentor);
create index duos_by_branch on duos (branch);

-- The unit of confidentiality: the shared space of a board has no person, a private one has.
create table spaces (
    id blob not null primary key,
    board blob not null references boards (id),
    person blob references people (id),
    rev integer not null default 0
) strict;

create unique index spaces_shared on spaces (board) where person is null;
create unique index spaces_private on spaces (board, person) where person is not null;

create table items (
    space blob not null references spaces (id),
    id blob not null,
    json text not null,
    primary key (space, id)
) strict, without rowid;

create table devices (
    id blob not null primary key,
    person blob not null references people (id)
) strict, without rowid;

-- Gapless per space. Device and seq say whose operation it was, so that its own device need not
-- be told the words again.
create table events (
    space blob not null references spaces (id),
    rev integer not null,
    at integer not null,
    author blob not null references people (id),
    device blob references devices (id),
    seq integer,
    change text not null,
    primary key (space, rev)
) strict, without rowid;

-- What became of each operation. A row is also the proof that a number was used.
create table receipts (
    board blob not null references boards (id),
    device blob not null references devices (id),
    seq integer not null,
    digest blob not null,
    rejected text,
    primary key (board, device, seq)
) strict, without rowid;
