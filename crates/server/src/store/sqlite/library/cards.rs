//! Reading sector codes.

use super::slug;
use crate::store::{StoreError, library::Cards, sqlite::boards::count};
use board::{
    id::PersonId,
    protocol::library::{CardState, CodeCard, CodeVotes, Region, Verdict},
};
use sqlx::{SqliteConnection, SqlitePool};
use std::collections::HashMap;

/// One card a row, in the language ?1, as ?2 sees it. In French, or in what there is, when there
/// is no text in that language.
macro_rules! cards {
    ($rest:literal) => {
        concat!(
            "select c.id, c.sector, c.version, c.state, c.reply, coalesce(c.author = ?2, 0),
                    iif(c.named, p.name, null), t.lang, t.situation, t.happens, t.expected,
                    t.wrong, t.say, v.verdict
             from cards c
             join card_texts t on t.card = c.id and t.lang = (
                 select lang from card_texts where card = c.id
                 order by lang = ?1 desc, lang = 'fr' desc, lang limit 1)
             left join people p on p.id = c.author
             left join verdicts v on v.card = c.id and v.person = ?2 ",
            $rest
        )
    };
}

/// Of one sector and of those that hold everywhere; the sector's own come first.
const PUBLISHED: &str = cards!(
    "where c.state = 'published' and (?3 is null or c.sector in (?3, 'any'))
     order by c.sector = 'any', c.place, c.created, c.id"
);
const OWN: &str = cards!("where c.author = ?2 and ?3 is null order by c.changed desc, c.id");
const WAITING: &str = cards!("where c.state = 'waiting' and ?3 is null order by c.changed, c.id");
const RETIRED: &str =
    cards!("where c.state = 'retired' and ?3 is null order by c.changed desc, c.id");
const ONE: &str = cards!("where c.id = ?3");

type Columns = (
    String,
    String,
    i64,
    String,
    String,
    bool,
    Option<String>,
    String,
    String,
    String,
    String,
    String,
    String,
    Option<String>,
);

pub(super) async fn read(
    pool: &SqlitePool,
    which: Cards,
    reader: PersonId,
    lang: &str,
) -> Result<Vec<CodeCard>, StoreError> {
    let (sql, key) = match which {
        Cards::Published(sector) => (PUBLISHED, sector),
        Cards::Own => (OWN, None),
        Cards::Waiting => (WAITING, None),
        Cards::Retired => (RETIRED, None),
        Cards::One(id) => (ONE, Some(id)),
    };
    let mut reading = pool.begin().await?;
    let rows: Vec<Columns> = sqlx::query_as(sql)
        .bind(lang.to_owned())
        .bind(reader.0)
        .bind(key.map(String::from))
        .fetch_all(&mut *reading)
        .await?;
    let only = if rows.len() == 1 { rows.first().map(|row| row.0.clone()) } else { None };
    let mut votes = votes(&mut reading, only).await?;
    rows.into_iter()
        .map(|row| {
            let votes = votes.remove(&row.0).unwrap_or_default();
            card(row, votes)
        })
        .collect()
}

fn card(row: Columns, votes: Vec<CodeVotes>) -> Result<CodeCard, StoreError> {
    let (id, sector, version, state, reply, own, author, lang, ..) = row;
    let (.., situation, happens, expected, wrong, say, mine) = row;
    Ok(CodeCard {
        id: slug(id)?,
        sector: slug(sector)?,
        version: count(version)?,
        state: CardState::from_word(&state),
        reply,
        own,
        author,
        lang,
        situation,
        happens,
        expected,
        wrong,
        say,
        votes,
        mine: mine.as_deref().map(Verdict::from_word),
    })
}

/// What people say, by card, regions in the order people meet them.
async fn votes(
    connection: &mut SqliteConnection,
    only: Option<String>,
) -> Result<HashMap<String, Vec<CodeVotes>>, StoreError> {
    let rows: Vec<(String, String, i64, i64)> = sqlx::query_as(
        "select card, region, sum(verdict = 'still_true'), sum(verdict = 'depends')
         from verdicts where ?1 is null or card = ?1 group by card, region",
    )
    .bind(only)
    .fetch_all(connection)
    .await?;
    let mut votes: HashMap<String, Vec<CodeVotes>> = HashMap::new();
    for (card, region, still_true, depends) in rows {
        let of = CodeVotes {
            region: Region::from_word(&region),
            still_true: small(still_true)?,
            depends: small(depends)?,
        };
        votes.entry(card).or_default().push(of);
    }
    for of in votes.values_mut() {
        of.sort_by(|a, b| a.region.cmp(&b.region));
    }
    Ok(votes)
}

pub(super) async fn counts(pool: &SqlitePool) -> Result<HashMap<String, u32>, StoreError> {
    let rows: Vec<(String, i64)> = sqlx::query_as(
        "select sector, count(*) from cards where state = 'published' group by sector",
    )
    .fetch_all(pool)
    .await?;
    rows.into_iter().map(|(sector, cards)| Ok((sector, small(cards)?))).collect()
}

/// The version and whether there is an author, of a card that must be there.
pub(super) async fn standing(
    connection: &mut SqliteConnection,
    id: &str,
) -> Result<(u64, bool), StoreError> {
    let (version, authored): (i64, bool) =
        sqlx::query_as("select version, author is not null from cards where id = ?")
            .bind(id.to_owned())
            .fetch_one(connection)
            .await?;
    Ok((count(version)?, authored))
}

/// Whether this card is in the database for its author.
pub(super) async fn is_by(
    connection: &mut SqliteConnection,
    id: &str,
    author: PersonId,
) -> Result<bool, StoreError> {
    let is_theirs: bool =
        sqlx::query_scalar("select exists (select 1 from cards where id = ? and author = ?)")
            .bind(id.to_owned())
            .bind(author.0)
            .fetch_one(connection)
            .await?;
    Ok(is_theirs)
}

fn small(count: i64) -> Result<u32, StoreError> {
    u32::try_from(count).map_err(|error| StoreError::Trouble(Box::new(error)))
}
