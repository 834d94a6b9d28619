//! Writing sector codes. Every version there was is noted in the history.

use super::{
    LAST,
    cards::{is_by, standing},
};
use crate::store::{
    StoreError,
    library::{CardOutcome, CardText, Decided},
    people::Hash,
};
use board::{
    id::PersonId,
    protocol::library::{CardState, CodeDecision, NewCode, NewVerdict},
    time::Timestamp,
};
use sqlx::SqliteConnection;

/// Which card changes, by whom, and when.
pub(super) struct Change {
    pub(super) id: String,
    pub(super) person: PersonId,
    pub(super) at: Timestamp,
}

pub(super) async fn add(
    connection: &mut SqliteConnection,
    change: Change,
    card: NewCode,
    digest: Hash,
) -> Result<CardOutcome, StoreError> {
    let inserted = sqlx::query(
        "insert into cards
            (id, place, sector, lang, author, named, state, digest, created, changed)
         values (?1, ?8, ?2, ?3, ?4, ?5, 'waiting', ?6, ?7, ?7) on conflict (id) do nothing",
    )
    .bind(change.id.clone())
    .bind(card.sector.to_string())
    .bind(card.lang.clone())
    .bind(change.person.0)
    .bind(card.named)
    .bind(digest.to_vec())
    .bind(change.at.0)
    .bind(LAST)
    .execute(&mut *connection)
    .await?;
    if inserted.rows_affected() == 0 {
        let before: Option<Vec<u8>> = sqlx::query_scalar("select digest from cards where id = ?")
            .bind(change.id)
            .fetch_one(connection)
            .await?;
        let is_same = before.is_some_and(|before| before == digest);
        return Ok(if is_same { CardOutcome::Written } else { CardOutcome::Reused });
    }
    put_text(connection, &change.id, &CardText::from(&card)).await?;
    note(connection, &change.id, Some(change.person), change.at).await?;
    Ok(CardOutcome::Written)
}

pub(super) async fn write_again(
    connection: &mut SqliteConnection,
    change: Change,
    version: u64,
    card: NewCode,
) -> Result<(), StoreError> {
    let changed = sqlx::query(
        "update cards set sector = ?1, lang = ?2, named = ?3, state = 'waiting',
                version = version + 1, changed = ?4
         where id = ?5 and author = ?6 and version = ?7 and state in ('waiting', 'returned')",
    )
    .bind(card.sector.to_string())
    .bind(card.lang.clone())
    .bind(card.named)
    .bind(change.at.0)
    .bind(change.id.clone())
    .bind(change.person.0)
    .bind(i64::try_from(version).unwrap_or(i64::MAX))
    .execute(&mut *connection)
    .await?;
    if changed.rows_affected() == 0 {
        let is_theirs = is_by(connection, &change.id, change.person).await?;
        return Err(if is_theirs { StoreError::Stale } else { StoreError::NotFound });
    }
    // They may have written it in another language this time.
    sqlx::query("delete from card_texts where card = ?")
        .bind(change.id.clone())
        .execute(&mut *connection)
        .await?;
    put_text(connection, &change.id, &CardText::from(&card)).await?;
    note(connection, &change.id, Some(change.person), change.at).await
}

pub(super) async fn decide(
    connection: &mut SqliteConnection,
    change: Change,
    version: u64,
    decision: CodeDecision,
) -> Result<Decided, StoreError> {
    let (found, authored) = standing(connection, &change.id).await?;
    if found != version {
        return Err(StoreError::Stale);
    }
    if decision.state == CardState::Returned && !authored {
        return Ok(Decided::NoAuthor);
    }
    // Whoever wants to stay unnamed stays so, whatever the decision says.
    sqlx::query(
        "update cards set sector = ?, named = named and ?, state = ?, reply = ?,
                version = version + 1, changed = ? where id = ?",
    )
    .bind(decision.card.sector.to_string())
    .bind(decision.card.named)
    .bind(decision.state.as_str().to_owned())
    .bind(decision.reply.clone())
    .bind(change.at.0)
    .bind(change.id.clone())
    .execute(&mut *connection)
    .await?;
    put_text(connection, &change.id, &CardText::from(&decision.card)).await?;
    note(connection, &change.id, Some(change.person), change.at).await?;
    Ok(Decided::Done)
}

/// Writes the words of one language.
pub(super) async fn put_text(
    connection: &mut SqliteConnection,
    card: &str,
    text: &CardText,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert or replace into card_texts
            (card, lang, situation, happens, expected, wrong, say)
         values (?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(card.to_owned())
    .bind(text.lang.clone())
    .bind(text.situation.clone())
    .bind(text.happens.clone())
    .bind(text.expected.clone())
    .bind(text.wrong.clone())
    .bind(text.say.clone())
    .execute(connection)
    .await?;
    Ok(())
}

/// Notes the card, as it is now, in its history.
pub(super) async fn note(
    connection: &mut SqliteConnection,
    card: &str,
    person: Option<PersonId>,
    at: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert or replace into card_history
            (card, version, at, person, state, sector, reply, texts)
         select id, version, ?2, ?3, state, sector, reply, (
             select json_group_object(lang, json_object('situation', situation, 'happens', happens,
                 'expected', expected, 'wrong', wrong, 'say', say))
             from card_texts where card = cards.id)
         from cards where id = ?1",
    )
    .bind(card.to_owned())
    .bind(at.0)
    .bind(person.map(|person| person.0))
    .execute(connection)
    .await?;
    Ok(())
}

pub(super) async fn judge(
    connection: &mut SqliteConnection,
    card: String,
    person: PersonId,
    new: NewVerdict,
) -> Result<(), StoreError> {
    let Some(verdict) = new.verdict else {
        sqlx::query("delete from verdicts where card = ? and person = ?")
            .bind(card)
            .bind(person.0)
            .execute(connection)
            .await?;
        return Ok(());
    };
    let said = sqlx::query(
        "insert into verdicts (card, person, region, verdict)
         select id, ?2, ?3, ?4 from cards
         where id = ?1 and state = 'published' and author is not ?2
         on conflict (card, person) do update set region = ?3, verdict = ?4",
    )
    .bind(card)
    .bind(person.0)
    .bind(new.region.as_str().to_owned())
    .bind(verdict.as_str().to_owned())
    .execute(connection)
    .await?;
    if said.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
}
