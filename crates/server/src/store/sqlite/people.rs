//! People in SQLite: who they are and who looks after whom. The rest of [`PeopleStore`] is in the
//! files beside this one, one subject each.

use super::{SqliteStore, duos, invitations, sessions};
use crate::store::{
    StoreError,
    boards::BoardStore,
    people::{
        DuoOutcome, Hash, Invitation, KeyHash, NewDuoRow, NewInvitation, NewSession, Partner,
        PeopleStore, Person, SessionRow,
    },
};
use async_trait::async_trait;
use board::{
    actor::Role,
    id::{BranchId, DuoId, InvitationId, PersonId, SessionId},
    protocol::{duos::Duo, session::BranchInfo},
    time::Timestamp,
};
use sqlx::SqliteConnection;
use uuid::Uuid;

/// A row of `people`: id, role, name, language.
pub(super) type PersonColumns = (Uuid, String, String, String);

pub(super) fn person((id, role, name, lang): PersonColumns) -> Person {
    Person { id: PersonId(id), role: Role::from_word(&role), name, lang }
}

/// Adds a person.
pub(super) async fn insert(
    connection: &mut SqliteConnection,
    person: &Person,
    at: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query("insert into people (id, role, name, lang, created) values (?, ?, ?, ?, ?)")
        .bind(person.id.0)
        .bind(person.role.as_str().to_owned())
        .bind(person.name.clone())
        .bind(person.lang.clone())
        .bind(at.0)
        .execute(connection)
        .await?;
    Ok(())
}

async fn insert_staff(
    connection: &mut SqliteConnection,
    person: Person,
    branches: Vec<BranchId>,
    at: Timestamp,
) -> Result<(), StoreError> {
    insert(connection, &person, at).await?;
    for branch in branches {
        sqlx::query("insert into staff_branches (person, branch) values (?, ?)")
            .bind(person.id.0)
            .bind(branch.0)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

fn branch((id, name, phone): (Uuid, String, String)) -> BranchInfo {
    BranchInfo { id: BranchId(id), name, phone }
}

#[async_trait]
impl PeopleStore for SqliteStore {
    async fn is_empty(&self) -> Result<bool, StoreError> {
        let known: bool = sqlx::query_scalar("select exists (select 1 from people)")
            .fetch_one(self.reader())
            .await?;
        Ok(!known)
    }

    async fn add_branch(&self, branch: &BranchInfo) -> Result<(), StoreError> {
        let branch = branch.clone();
        self.write(move |connection| {
            Box::pin(async move {
                sqlx::query("insert into branches (id, name, phone) values (?, ?, ?)")
                    .bind(branch.id.0)
                    .bind(branch.name)
                    .bind(branch.phone)
                    .execute(connection)
                    .await?;
                Ok(())
            })
        })
        .await
    }

    async fn add_staff(
        &self,
        person: &Person,
        branches: &[BranchId],
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let (person, branches) = (person.clone(), branches.to_vec());
        self.write(move |connection| Box::pin(insert_staff(connection, person, branches, at))).await
    }

    async fn staff(&self) -> Result<Vec<Person>, StoreError> {
        let rows: Vec<PersonColumns> = sqlx::query_as(
            "select id, role, name, lang from people
             where role in ('coordinator', 'branch_admin', 'organisation_admin', 'funder')
             and ended is null order by created, id",
        )
        .fetch_all(self.reader())
        .await?;
        Ok(rows.into_iter().map(person).collect())
    }

    async fn set_lang(&self, person: PersonId, lang: &str) -> Result<(), StoreError> {
        let lang = lang.to_owned();
        self.write(move |connection| {
            Box::pin(async move {
                sqlx::query("update people set lang = ? where id = ?")
                    .bind(lang)
                    .bind(person.0)
                    .execute(connection)
                    .await?;
                Ok(())
            })
        })
        .await
    }

    async fn branches_of(&self, staff: PersonId) -> Result<Vec<BranchInfo>, StoreError> {
        let rows: Vec<(Uuid, String, String)> = sqlx::query_as(
            "select branches.id, branches.name, branches.phone
             from staff_branches join branches on branches.id = staff_branches.branch
             where staff_branches.person = ? order by branches.name",
        )
        .bind(staff.0)
        .fetch_all(self.reader())
        .await?;
        Ok(rows.into_iter().map(branch).collect())
    }

    async fn branch_for(&self, person: PersonId) -> Result<Option<BranchInfo>, StoreError> {
        let row: Option<(Uuid, String, String)> = sqlx::query_as(
            "select branches.id, branches.name, branches.phone
             from duos join branches on branches.id = duos.branch
             join boards on boards.id = duos.board
             where ? in (duos.mentor, boards.mentee)
             order by duos.ended is null desc, duos.start desc limit 1",
        )
        .bind(person.0)
        .fetch_optional(self.reader())
        .await?;
        Ok(row.map(branch))
    }

    async fn in_care(&self, staff: PersonId, who: PersonId) -> Result<Person, StoreError> {
        // Colleagues of a branch help each other back in as well.
        let row: PersonColumns = sqlx::query_as(
            "select people.id, people.role, people.name, people.lang from people
             where people.id = ?2 and people.ended is null and exists (
                 select 1 from staff_branches mine
                 where mine.person = ?1 and (
                     exists (select 1 from duos join boards on boards.id = duos.board
                             where duos.branch = mine.branch and ?2 in (duos.mentor, boards.mentee))
                     or exists (select 1 from profiles
                                where profiles.branch = mine.branch and profiles.person = ?2)
                     or exists (select 1 from staff_branches theirs
                                where theirs.branch = mine.branch and theirs.person = ?2)))",
        )
        .bind(staff.0)
        .bind(who.0)
        .fetch_one(self.reader())
        .await?;
        Ok(person(row))
    }

    async fn session(&self, hash: Hash) -> Result<Option<SessionRow>, StoreError> {
        sessions::find(self.reader(), hash).await
    }

    async fn sessions_of(
        &self,
        person: PersonId,
        now: Timestamp,
    ) -> Result<Vec<SessionRow>, StoreError> {
        sessions::of_person(self.reader(), person, now).await
    }

    async fn use_session(
        &self,
        session: SessionId,
        last_used: Timestamp,
        expires: Timestamp,
    ) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(sessions::note_use(connection, session, last_used, expires))
        })
        .await
    }

    async fn end_session(&self, person: PersonId, session: SessionId) -> Result<(), StoreError> {
        self.write(move |connection| Box::pin(sessions::end(connection, person, session))).await
    }

    async fn sweep(&self, now: Timestamp) -> Result<Vec<SessionId>, StoreError> {
        self.write(move |connection| Box::pin(sessions::sweep(connection, now))).await
    }

    async fn invite(
        &self,
        invitation: NewInvitation,
        end_sessions: bool,
    ) -> Result<Vec<SessionId>, StoreError> {
        self.write(move |connection| {
            Box::pin(invitations::replace(connection, invitation, end_sessions))
        })
        .await
    }

    async fn find_invitation(
        &self,
        key: KeyHash,
        now: Timestamp,
    ) -> Result<Option<Invitation>, StoreError> {
        invitations::find(self.reader(), key, now).await
    }

    async fn enter(
        &self,
        invitation: InvitationId,
        session: NewSession,
        replaces: Option<SessionId>,
    ) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(invitations::enter(connection, invitation, session, replaces))
        })
        .await
    }

    async fn invited(
        &self,
        staff: PersonId,
        invitation: InvitationId,
    ) -> Result<Person, StoreError> {
        let who: Uuid = sqlx::query_scalar("select person from invitations where id = ?")
            .bind(invitation.0)
            .fetch_one(self.reader())
            .await?;
        self.in_care(staff, PersonId(who)).await
    }

    async fn end_invitation(
        &self,
        invitation: InvitationId,
        now: Timestamp,
    ) -> Result<Vec<SessionId>, StoreError> {
        self.write(move |connection| Box::pin(invitations::end(connection, invitation, now))).await
    }

    async fn confirm_invitation(&self, invitation: InvitationId) -> Result<(), StoreError> {
        self.write(move |connection| Box::pin(invitations::confirm(connection, invitation))).await
    }

    async fn create_duo(&self, duo: NewDuoRow) -> Result<DuoOutcome, StoreError> {
        let known = matches!(duo.mentee, Partner::Known(_)).then(|| duo.mentee.id());
        let outcome = self.write(move |connection| Box::pin(duos::create(connection, duo))).await?;
        // What was shared on the board before is the mentee's own now: everybody reads anew.
        if let (Some(mentee), DuoOutcome::Created) = (known, &outcome) {
            let boards = self.boards_of(mentee).await?;
            boards.iter().for_each(|board| self.hub.end_board(board.id));
        }
        Ok(outcome)
    }

    async fn end_duo(&self, duo: DuoId, at: Timestamp) -> Result<(), StoreError> {
        self.write(move |connection| Box::pin(duos::end(connection, duo, at))).await
    }

    async fn duos(&self, staff: PersonId, now: Timestamp) -> Result<Vec<Duo>, StoreError> {
        duos::read(self.reader(), staff, None, now).await
    }

    async fn duo(&self, staff: PersonId, duo: DuoId, now: Timestamp) -> Result<Duo, StoreError> {
        let found = duos::read(self.reader(), staff, Some(duo), now).await?;
        found.into_iter().next().ok_or(StoreError::NotFound)
    }

    async fn first_invitations(&self, duo: DuoId) -> Result<Vec<NewInvitation>, StoreError> {
        duos::first_invitations(self.reader(), duo).await
    }
}
