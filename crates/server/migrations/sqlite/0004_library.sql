-- The library: sector codes, what people say of them, and the directory of services.

-- A card that came with the product has no author and stands in all our languages; one that a
-- person wrote stands in theirs, and in those that a coordinator added. Digest: what was asked for
-- when it was written, so that a repeated request makes no second card. Place: the order in
-- which the product ships them; what people write comes after.
create table cards (
    id text not null primary key,
    place integer not null,
    sector text not null,
    lang text not null,
    author blob references people (id) on delete set null,
    named integer not null,
    state text not null,
    reply text not null default '',
    version integer not null default 1,
    digest blob,
    created integer not null,
    changed integer not null
) strict;

create index cards_by_state on cards (state, sector);
create index cards_by_author on cards (author) where author is not null;

create table card_texts (
    card text not null references cards (id) on delete cascade,
    lang text not null,
    situation text not null,
    happens text not null,
    expected text not null,
    wrong text not null,
    say text not null,
    primary key (card, lang)
) strict, without rowid;

-- Every version there was: who, when, what. No person: it came with the product.
create table card_history (
    card text not null references cards (id) on delete cascade,
    version integer not null,
    at integer not null,
    person blob references people (id) on delete set null,
    state text not null,
    sector text not null,
    reply text not null,
    texts text not null,
    primary key (card, version)
) strict, without rowid;

create index card_history_by_person on card_history (person) where person is not null;

create table verdicts (
    card text not null references cards (id) on delete cascade,
    person blob not null references people (id) on delete cascade,
    region text not null,
    verdict text not null,
    primary key (card, person)
) strict, without rowid;

create index verdicts_by_person on verdicts (person);

-- No person and nothing that leads to one: no moment but the day, and an id and an order of rows
-- that follow from the words alone.
create table code_questions (
    id text not null primary key,
    sector text not null,
    code text references cards (id) on delete set null,
    lang text not null,
    text text not null,
    day text not null
) strict, without rowid;

create index code_questions_by_code on code_questions (code) where code is not null;

-- Edited: somebody of the association changed it, so a new version of the product leaves it alone.
create table services (
    id text not null primary key,
    place integer not null,
    kind text not null,
    regions text not null,
    themes text not null,
    web text not null,
    phone text not null,
    verified text,
    edited integer not null,
    version integer not null default 1,
    changed integer not null
) strict;

create table service_texts (
    service text not null references services (id) on delete cascade,
    lang text not null,
    name text not null,
    does text not null,
    who text not null,
    bring text not null,
    contact text not null,
    note text not null,
    first_question text not null,
    primary key (service, lang)
) strict, without rowid;
