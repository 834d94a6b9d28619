-- Half-typed words of people on a device that is not only theirs. They go after a day.
create table drafts (
    person blob not null references people (id),
    name text not null,
    words text not null,
    until integer not null,
    primary key (person, name)
) strict, without rowid;

create index drafts_by_time on drafts (until);
