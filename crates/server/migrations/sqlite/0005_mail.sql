-- Where to write to whoever wants a letter, apart from who they are.

-- Since: when the letter was asked for. Sent: the Monday of the last one.
create table mail_addresses (
    person blob not null primary key references people (id),
    address text not null,
    weekly integer not null,
    since integer not null,
    sent text
) strict, without rowid;

-- Work that one process does at a time, and until when it is left to it.
create table leases (
    name text not null primary key,
    holder blob not null,
    until integer not null
) strict, without rowid;
