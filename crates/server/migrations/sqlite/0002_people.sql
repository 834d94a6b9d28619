-- Sessions, invitations and who looks after which branch.

create table staff_branches (
    person blob not null references people (id),
    branch blob not null references branches (id),
    primary key (person, branch)
) strict, without rowid;

-- Two hashes and no secret: what is kept here opens nothing.
create table invitations (
    id blob not null primary key,
    person blob not null references people (id),
    token blob not null unique,
    code blob not null,
    created integer not null,
    expires integer not null,
    used integer,
    device text,
    ended integer,
    confirmed integer not null default 0
) strict;

create index invitations_by_person on invitations (person, created);
create index invitations_by_code on invitations (code);

-- The hour of the last use and no minute more; `expires` moves with use.
create table sessions (
    id blob not null primary key,
    person blob not null references people (id),
    invitation blob references invitations (id) on delete set null,
    hash blob not null unique,
    own_device integer not null,
    label text not null,
    created integer not null,
    last_used integer not null,
    expires integer not null
) strict;

create index sessions_by_person on sessions (person);
create index sessions_by_expiry on sessions (expires);

-- Requests that take effect once: what was asked, and the duo that came of it.
create table requests (
    person blob not null references people (id),
    key blob not null,
    digest blob not null,
    duo blob not null references duos (id),
    at integer not null,
    primary key (person, key)
) strict, without rowid;
