//! What the association noted of a duo with a past.

use crate::store::{
    StoreError,
    past::{PastContact, PastDuo, PastFollowUp},
};
use board::{
    office::{
        closure::Closure,
        consent::Purpose,
        demographics::Demographics,
        follow_up::{FollowUpAnswer, FollowUpSource},
        outcome::Outcome,
    },
    time::Timestamp,
};
use chrono::NaiveDate;
use sqlx::SqliteConnection;
use uuid::Uuid;

pub(super) async fn add(
    connection: &mut SqliteConnection,
    duo: &PastDuo,
) -> Result<(), StoreError> {
    add_help(connection, duo).await?;
    for contact in &duo.contacts {
        add_contact(connection, duo, contact).await?;
    }
    for (number, pause) in duo.breaks.iter().enumerate() {
        add_break(connection, duo, number, *pause).await?;
    }
    if let Some((closure, at)) = &duo.closure {
        add_closure(connection, duo, closure, *at).await?;
    }
    for (number, outcome) in duo.outcomes.iter().enumerate() {
        add_outcome(connection, duo, number, outcome).await?;
    }
    for follow_up in &duo.follow_ups {
        add_follow_up(connection, duo, follow_up).await?;
    }
    for purpose in &duo.consents {
        add_consent(connection, duo, *purpose).await?;
    }
    match &duo.demographics {
        Some(demographics) => add_demographics(connection, duo, demographics).await,
        None => Ok(()),
    }
}

/// The moment that stands for a day on which something was noted.
fn noted(day: NaiveDate) -> i64 {
    day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis()
}

/// An id of what has no other: the same for the same duo and number.
fn own_id(duo: &PastDuo, kind: u8, number: usize) -> Uuid {
    let mut bytes = *duo.id.0.as_bytes();
    // Behind the version, so that it stays an id of its kind.
    bytes[10] ^= kind;
    bytes[11] ^= u8::try_from(number + 1).unwrap_or(u8::MAX);
    Uuid::from_bytes(bytes)
}

async fn add_help(connection: &mut SqliteConnection, duo: &PastDuo) -> Result<(), StoreError> {
    for help in &duo.help {
        sqlx::query(
            "insert into help_requests (id, board, person, topic, at, answered)
             values (?, ?, ?, ?, ?, ?)",
        )
        .bind(help.id)
        .bind(duo.board.0)
        .bind(help.person.0)
        .bind(help.topic.as_str().to_owned())
        .bind(help.at.0)
        .bind(help.answered.map(|at| at.0))
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}

async fn add_contact(
    connection: &mut SqliteConnection,
    duo: &PastDuo,
    contact: &PastContact,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into contacts (id, duo, seat, day, channel, follow_up, note, author, at)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(contact.id)
    .bind(duo.id.0)
    .bind(contact.with.as_str())
    .bind(contact.day.to_string())
    .bind(contact.channel.as_str())
    .bind(contact.follow_up.map(|day| day.to_string()))
    .bind(contact.note.clone())
    .bind(duo.coordinator.0)
    .bind(noted(contact.day))
    .execute(connection)
    .await?;
    Ok(())
}

async fn add_break(
    connection: &mut SqliteConnection,
    duo: &PastDuo,
    number: usize,
    (first, last): (NaiveDate, NaiveDate),
) -> Result<(), StoreError> {
    sqlx::query("insert into breaks (id, duo, first, last, author, at) values (?, ?, ?, ?, ?, ?)")
        .bind(own_id(duo, 1, number))
        .bind(duo.id.0)
        .bind(first.to_string())
        .bind(last.to_string())
        .bind(duo.coordinator.0)
        .bind(noted(first))
        .execute(connection)
        .await?;
    Ok(())
}

async fn add_closure(
    connection: &mut SqliteConnection,
    duo: &PastDuo,
    closure: &Closure,
    at: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into closures (duo, kind, day, notice, talk_mentee, talk_mentor, next_step,
                               contact_rule, author, at)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(duo.id.0)
    .bind(closure.kind.as_str())
    .bind(closure.on.to_string())
    .bind(closure.checklist.notice)
    .bind(closure.checklist.talk_mentee)
    .bind(closure.checklist.talk_mentor)
    .bind(closure.checklist.next_step)
    .bind(closure.checklist.contact_rule)
    .bind(duo.coordinator.0)
    .bind(at.0)
    .execute(connection)
    .await?;
    Ok(())
}

async fn add_outcome(
    connection: &mut SqliteConnection,
    duo: &PastDuo,
    number: usize,
    outcome: &Outcome,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into outcomes (id, duo, kind, start, contract, months, hours, evidence, author, at)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(own_id(duo, 2, number))
    .bind(duo.id.0)
    .bind(outcome.kind.as_str())
    .bind(outcome.start.to_string())
    .bind(outcome.contract.map(|contract| contract.as_str()))
    .bind(outcome.months.map(i64::from))
    .bind(outcome.hours.map(i64::from))
    .bind(outcome.evidence.as_str())
    .bind(duo.coordinator.0)
    .bind(noted(outcome.start))
    .execute(connection)
    .await?;
    Ok(())
}

async fn add_follow_up(
    connection: &mut SqliteConnection,
    duo: &PastDuo,
    follow_up: &PastFollowUp,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into follow_ups (duo, month, answer, day, channel, tries, author, at)
         values (?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(duo.id.0)
    .bind(i64::from(follow_up.month))
    .bind(follow_up.answer.map(FollowUpAnswer::as_str))
    .bind(follow_up.answer.map(|_| follow_up.day.to_string()))
    .bind(follow_up.answer.map(|_| FollowUpSource::Phone.as_str()))
    .bind(i64::from(follow_up.tries))
    .bind(duo.coordinator.0)
    .bind(noted(follow_up.day))
    .execute(connection)
    .await?;
    Ok(())
}

async fn add_demographics(
    connection: &mut SqliteConnection,
    duo: &PastDuo,
    demographics: &Demographics,
) -> Result<(), StoreError> {
    sqlx::query("insert into demographics (person, answers, changed) values (?, ?, ?)")
        .bind(duo.mentee.id.0)
        .bind(serde_json::to_string(demographics)?)
        .bind(noted(duo.start))
        .execute(connection)
        .await?;
    Ok(())
}

async fn add_consent(
    connection: &mut SqliteConnection,
    duo: &PastDuo,
    purpose: Purpose,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into consents (person, purpose, text_version, lang, given, author)
         values (?1, ?2, 1, ?3, ?4, ?1)",
    )
    .bind(duo.mentee.id.0)
    .bind(purpose.as_str())
    .bind(duo.mentee.lang.clone())
    .bind(noted(duo.start))
    .execute(connection)
    .await?;
    Ok(())
}
