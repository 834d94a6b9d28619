//! What the association keeps of one person beside their boards, to take along (M32).

use super::{consents, demographics, looks, outcomes, tidy::trouble};
use crate::store::StoreError;
use board::{
    id::PersonId,
    office::follow_up::FollowUpAnswer,
    protocol::my_data::{MyFollowUp, MyOffice},
};
use sqlx::SqliteConnection;

pub(super) async fn read(
    connection: &mut SqliteConnection,
    person: PersonId,
) -> Result<MyOffice, StoreError> {
    let answers = demographics::read(connection, person).await?;
    Ok(MyOffice {
        looks: looks::of(connection, person).await?,
        consents: consents::read_all(connection, person).await?,
        answers: (answers.version > 0).then_some(answers.answers),
        outcomes: outcomes::of_mentee(connection, person).await?,
        follow_ups: follow_ups(connection, person).await?,
    })
}

async fn follow_ups(
    connection: &mut SqliteConnection,
    person: PersonId,
) -> Result<Vec<MyFollowUp>, StoreError> {
    let rows: Vec<(u8, String, String)> = sqlx::query_as(
        "select f.month, f.answer, f.day from follow_ups f join duos on duos.id = f.duo
         join boards on boards.id = duos.board
         where boards.mentee = ? and f.answer is not null and f.day is not null
         order by f.day, f.month",
    )
    .bind(person.0)
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|(month, answer, day)| {
            let answer = FollowUpAnswer::from_word(&answer).ok_or_else(outcomes::unknown)?;
            Ok(MyFollowUp { month, answer, on: day.parse().map_err(trouble)? })
        })
        .collect()
}
