-- Files on their way: what has come lies beside the database until the last byte is there. `file`
-- is the hash of what was made of it, so that an answer that got lost can be asked for again.
create table uploads (
    id blob not null primary key,
    board blob not null references boards (id) on delete cascade,
    person blob not null references people (id) on delete cascade,
    length integer not null,
    name text not null,
    sha256 blob,
    at integer not null,
    expires integer not null,
    file blob
) strict, without rowid;

create index uploads_by_person on uploads (person, at);
create index uploads_by_board on uploads (board);
create index uploads_by_end on uploads (expires);
