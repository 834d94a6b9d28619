-- Reminders that need no open app. No word of a board is here: kinds, days and addresses.

-- Choices: a JSON list. Without quiet hours both are null; minutes of the day in Belgium.
create table reminders (
    person blob not null primary key references people (id),
    choices text not null,
    quiet_from integer,
    quiet_until integer
) strict, without rowid;

-- Where a browser gets what is sent to it. Goes with the session of the device.
create table push_devices (
    session blob not null primary key references sessions (id) on delete cascade,
    person blob not null references people (id),
    endpoint text not null unique,
    p256dh blob not null,
    auth blob not null,
    since integer not null,
    tried integer
) strict, without rowid;

create index push_devices_by_person on push_devices (person);

-- What was told, so that nothing is told twice. Day: in Belgium.
create table told_reminders (
    person blob not null references people (id),
    key text not null,
    day text not null,
    at integer not null,
    primary key (person, key)
) strict, without rowid;

create index told_reminders_by_time on told_reminders (at);
