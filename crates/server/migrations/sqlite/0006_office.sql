-- What the association keeps of its duos: who looks after them, when they spoke, how a duo ended
-- and what came of it. Days, numbers and listed words; the one free text is a coordinator's own.

-- Thresholds: those of health.md that this branch changed, as JSON.
alter table branches add column region text not null default '';
alter table branches add column thresholds text not null default '{}';
alter table branches add column thresholds_version integer not null default 1;

-- Sector: what the mentee aimed at when the duo began; nothing: no project yet.
alter table duos add column planned_end text;
alter table duos add column coordinator blob references people (id) on delete set null;
alter table duos add column sector text;

-- The days and counts that health and figures are reckoned from, taken from the board once and
-- anew when something changed. No word of a board is in them; the types have no room for one.
-- Rev counts how often they were taken. Mark is the number of the last change of anything here or
-- of what they are taken from: whoever follows the caseload asks for what is above the last one.
create table duo_facts (
    duo blob not null primary key references duos (id) on delete cascade,
    stale integer not null default 1,
    rev integer not null default 0,
    mark integer not null default 1,
    facts text,
    tally text
) strict, without rowid;

create index duo_facts_stale on duo_facts (duo) where stale = 1;
create index duo_facts_by_mark on duo_facts (mark);

insert into duo_facts (duo) select id from duos;

-- What a coordinator and one of the two spoke about stays with the coordinators.
create table contacts (
    id blob not null primary key,
    duo blob not null references duos (id) on delete cascade,
    seat text not null,
    day text not null,
    channel text not null,
    follow_up text,
    note text not null default '',
    version integer not null default 1,
    author blob not null references people (id),
    at integer not null
) strict;

create index contacts_by_duo on contacts (duo, day);
create index contacts_by_follow_up on contacts (follow_up) where follow_up is not null;

-- Breaks that a coordinator notes; those of the two are on their board. Ended: the day on which
-- they went on earlier than planned.
create table breaks (
    id blob not null primary key,
    duo blob not null references duos (id) on delete cascade,
    first text not null,
    last text not null,
    ended text,
    author blob not null references people (id),
    at integer not null
) strict;

create index breaks_by_duo on breaks (duo);

-- One row a closed duo: kind and day together, or neither.
create table closures (
    duo blob not null primary key references duos (id) on delete cascade,
    kind text not null,
    day text not null,
    notice integer not null,
    talk_mentee integer not null,
    talk_mentor integer not null,
    next_step integer not null,
    contact_rule integer not null,
    author blob references people (id) on delete set null,
    at integer not null
) strict, without rowid;

-- What a new mentor sees is the mentee's choice. Items: the ids of what the former mentor could
-- see, as JSON. Chosen: when the mentee was done.
create table view_choices (
    duo blob not null primary key references duos (id) on delete cascade,
    items text not null,
    chosen integer
) strict, without rowid;

create table outcomes (
    id blob not null primary key,
    duo blob not null references duos (id) on delete cascade,
    kind text not null,
    start text not null,
    contract text,
    months integer,
    hours integer,
    evidence text not null,
    version integer not null default 1,
    author blob references people (id) on delete set null,
    at integer not null
) strict;

create index outcomes_by_duo on outcomes (duo);

-- The question three, six and twelve months after. Token: the hash of the link's secret.
create table follow_ups (
    duo blob not null references duos (id) on delete cascade,
    month integer not null,
    answer text,
    day text,
    channel text,
    tries integer not null default 0,
    token blob unique,
    expires integer,
    version integer not null default 1,
    author blob references people (id) on delete set null,
    at integer,
    primary key (duo, month)
) strict, without rowid;

-- Apart from everything else, and read by nothing but the breakdowns and the form itself.
create table demographics (
    person blob not null primary key references people (id) on delete cascade,
    answers text not null,
    version integer not null default 1,
    changed integer not null
) strict, without rowid;

-- Each time somebody agreed. Author: the person, or who of the association heard it.
create table consents (
    person blob not null references people (id) on delete cascade,
    purpose text not null,
    text_version integer not null,
    lang text not null,
    given integer not null,
    withdrawn integer,
    author blob not null references people (id),
    primary key (person, purpose, given)
) strict, without rowid;

create unique index consents_standing on consents (person, purpose) where withdrawn is null;

-- Who of the association looked at what of whom, once a day. Each hash is over the row and the
-- hash of the one before it.
create table looks (
    number integer not null primary key,
    at integer not null,
    staff blob not null references people (id),
    person blob not null references people (id),
    what text not null,
    day text not null,
    hash blob not null,
    unique (staff, person, what, day)
) strict;

create index looks_by_person on looks (person, number);

-- How long a name stays after the last duo: when the person was last here, when they said that the
-- plan is to stay, since when they are told that it goes.
alter table people add column seen integer;
alter table people add column kept integer;
alter table people add column noticed integer;

create trigger seen_at_entry after insert on sessions begin
    update people set seen = max(coalesce(seen, 0), new.last_used) where id = new.person;
end;

create trigger seen_at_use after update of last_used on sessions begin
    update people set seen = max(coalesce(seen, 0), new.last_used) where id = new.person;
end;

-- What holds for the whole association, by name.
create table settings (
    name text not null primary key,
    value integer not null
) strict, without rowid;

-- A service that was taken out of the directory stays, for the referrals that name it.
alter table services add column retired integer not null default 0;

create trigger facts_of_new_duo after insert on duos begin
    insert into duo_facts (duo, mark)
    values (new.id, (select coalesce(max(mark), 0) + 1 from duo_facts)) on conflict do nothing;
end;

-- Whatever changes what the facts are taken from marks them: no writer can forget to.
create trigger facts_after_board after update of rev on spaces begin
    update duo_facts set stale = 1, mark = (select max(mark) + 1 from duo_facts)
    where duo in (select id from duos where board = new.board and ended is null);
end;

create trigger facts_after_duo after update on duos begin
    update duo_facts set stale = 1, mark = (select max(mark) + 1 from duo_facts)
    where duo = new.id;
end;

create trigger facts_after_help after insert on help_requests begin
    update duo_facts set stale = 1, mark = (select max(mark) + 1 from duo_facts)
    where duo in (select id from duos where board = new.board and ended is null);
end;

create trigger facts_after_help_answer after update on help_requests begin
    update duo_facts set stale = 1, mark = (select max(mark) + 1 from duo_facts)
    where duo in (select id from duos where board = new.board and ended is null);
end;

create trigger facts_after_contact after insert on contacts begin
    update duo_facts set stale = 1, mark = (select max(mark) + 1 from duo_facts)
    where duo = new.duo;
end;

create trigger facts_after_contact_change after update on contacts begin
    update duo_facts set stale = 1, mark = (select max(mark) + 1 from duo_facts)
    where duo = new.duo;
end;

create trigger facts_after_contact_removal after delete on contacts begin
    update duo_facts set stale = 1, mark = (select max(mark) + 1 from duo_facts)
    where duo = old.duo;
end;

create trigger facts_after_break after insert on breaks begin
    update duo_facts set stale = 1, mark = (select max(mark) + 1 from duo_facts)
    where duo = new.duo;
end;

create trigger facts_after_break_change after update on breaks begin
    update duo_facts set stale = 1, mark = (select max(mark) + 1 from duo_facts)
    where duo = new.duo;
end;

create trigger marks_after_thresholds after update of thresholds on branches begin
    update duo_facts set mark = (select max(mark) + 1 from duo_facts)
    where duo in (select id from duos where branch = new.id and ended is null);
end;
