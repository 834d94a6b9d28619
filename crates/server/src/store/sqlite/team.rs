//! Who works for the association, and its branches, in SQLite.

use super::{
    SqliteStore,
    boards::count,
    invitations::{self, StateColumns},
    people, sessions,
};
use crate::store::{
    StoreError,
    people::Person,
    team::{BranchRemoval, StaffChange, TeamOutcome, TeamStore},
};
use async_trait::async_trait;
use board::{
    actor::Role,
    id::{BranchId, PersonId},
    office::region::Region,
    protocol::{
        duos::InvitationStatus,
        team::{BranchCard, BranchFields, StaffMember},
    },
    time::Timestamp,
};
use sqlx::SqliteConnection;
use std::collections::HashMap;
use uuid::Uuid;

#[async_trait]
impl TeamStore for SqliteStore {
    async fn team(&self, now: Timestamp) -> Result<Vec<StaffMember>, StoreError> {
        type Columns = (
            Uuid,
            i64,
            String,
            String,
            String,
            i64,
            Option<Uuid>,
            Option<i64>,
            Option<i64>,
            Option<String>,
            Option<i64>,
        );
        let mut reading = self.reader().begin().await?;
        let rows: Vec<Columns> = sqlx::query_as(
            "select p.id, p.version, p.name, p.role, p.lang,
                    (select count(*) from sessions where person = p.id and expires > ?),
                    i.id, i.expires, i.used, i.device, i.ended
             from people p left join invitations i on i.id = (
                 select id from invitations where person = p.id
                 order by created desc, id desc limit 1)
             where p.role in ('coordinator', 'branch_admin', 'organisation_admin', 'funder')
             and p.ended is null order by p.name, p.id",
        )
        .bind(now.0)
        .fetch_all(&mut *reading)
        .await?;
        let pairs: Vec<(Uuid, Uuid)> = sqlx::query_as(
            "select staff_branches.person, branches.id from staff_branches
             join branches on branches.id = staff_branches.branch order by branches.name",
        )
        .fetch_all(&mut *reading)
        .await?;
        let mut branches = HashMap::<Uuid, Vec<BranchId>>::new();
        for (person, branch) in pairs {
            branches.entry(person).or_default().push(BranchId(branch));
        }
        let member = |row: Columns| {
            let (id, version, name, role, lang, devices, invitation, expires, used, device, ended) =
                row;
            let columns: Option<StateColumns> =
                invitation.zip(expires).map(|(id, expires)| (id, expires, used, device, ended));
            let state = columns.map(|columns| invitations::state(columns, now));
            Ok(StaffMember {
                id: PersonId(id),
                version: count(version)?,
                name,
                role: Role::from_word(&role),
                lang,
                branches: branches.remove(&id).unwrap_or_default(),
                devices: u32::try_from(devices).unwrap_or(u32::MAX),
                invitation: state.filter(|state| state.status != InvitationStatus::Used),
                may_change: false,
            })
        };
        rows.into_iter().map(member).collect()
    }

    async fn hire(
        &self,
        person: &Person,
        branches: &[BranchId],
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let (person, branches) = (person.clone(), branches.to_vec());
        self.write(move |connection| {
            Box::pin(async move {
                people::insert(connection, &person, at).await?;
                set_branches(connection, person.id, &person.role, &branches).await
            })
        })
        .await
    }

    async fn change_staff(
        &self,
        person: PersonId,
        version: u64,
        change: StaffChange,
        at: Timestamp,
    ) -> Result<TeamOutcome, StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                let before = role_of(connection, person, version).await?;
                if before != change.role && is_last_admin(connection, person, &before).await? {
                    return Ok(TeamOutcome::LastAdmin);
                }
                sqlx::query(
                    "update people set name = ?, role = ?, lang = ?, version = version + 1
                     where id = ?",
                )
                .bind(change.name.clone())
                .bind(change.role.as_str().to_owned())
                .bind(change.lang.clone())
                .bind(person.0)
                .execute(&mut *connection)
                .await?;
                let branches = branches_of(connection, person).await?;
                set_branches(connection, person, &change.role, &change.branches).await?;
                let gained = branches_of(connection, person).await?;
                if before != change.role || gained.iter().any(|it| !branches.contains(it)) {
                    // A way in that somebody holds from before leads to no more than it did.
                    end_invitations(connection, person, at).await?;
                }
                // The app in their hands knows what it may do from when they came in.
                let ended = if before == change.role {
                    Vec::new()
                } else {
                    sessions::end_all(connection, person).await?
                };
                Ok(TeamOutcome::Done(ended))
            })
        })
        .await
    }

    async fn end_staff(
        &self,
        person: PersonId,
        version: u64,
        at: Timestamp,
    ) -> Result<TeamOutcome, StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                let role = role_of(connection, person, version).await?;
                if is_last_admin(connection, person, &role).await? {
                    return Ok(TeamOutcome::LastAdmin);
                }
                let ended = sessions::end_all(connection, person).await?;
                end_invitations(connection, person, at).await?;
                for statement in [
                    "update people set ended = ?1, version = version + 1 where id = ?2",
                    "delete from staff_branches where person = ?2 and ?1 is not null",
                    "update duos set coordinator = null where coordinator = ?2 and ?1 is not null",
                    "delete from mail_addresses where person = ?2 and ?1 is not null",
                    "delete from calendars where person = ?2 and ?1 is not null",
                ] {
                    sqlx::query(statement)
                        .bind(at.0)
                        .bind(person.0)
                        .execute(&mut *connection)
                        .await?;
                }
                Ok(TeamOutcome::Done(ended))
            })
        })
        .await
    }

    async fn branch_cards(&self) -> Result<Vec<BranchCard>, StoreError> {
        type Columns = (Uuid, i64, String, String, String, i64, i64);
        let rows: Vec<Columns> = sqlx::query_as(
            "select id, version, name, phone, region,
                    (select count(*) from duos where branch = branches.id),
                    (select count(*) from staff_branches where branch = branches.id)
             from branches order by name, id",
        )
        .fetch_all(self.reader())
        .await?;
        let number = |value: i64| u32::try_from(value).unwrap_or(u32::MAX);
        let card = |(id, version, name, phone, region, duos, staff): Columns| {
            let fields = BranchFields { name, phone, region: Region::from_word(&region) };
            Ok(BranchCard {
                id: BranchId(id),
                version: count(version)?,
                fields,
                duos: number(duos),
                staff: number(staff),
            })
        };
        rows.into_iter().map(card).collect()
    }

    async fn open_branch(&self, id: BranchId, fields: BranchFields) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                sqlx::query("insert into branches (id, name, phone, region) values (?, ?, ?, ?)")
                    .bind(id.0)
                    .bind(fields.name)
                    .bind(fields.phone)
                    .bind(fields.region.map_or("", Region::as_str))
                    .execute(&mut *connection)
                    .await?;
                sqlx::query(
                    "insert into staff_branches (person, branch)
                     select id, ? from people where role = 'organisation_admin' and ended is null",
                )
                .bind(id.0)
                .execute(connection)
                .await?;
                Ok(())
            })
        })
        .await
    }

    async fn change_branch(
        &self,
        id: BranchId,
        version: u64,
        fields: BranchFields,
    ) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                let done = sqlx::query(
                    "update branches set name = ?, phone = ?, region = ?, version = version + 1
                     where id = ? and version = ?",
                )
                .bind(fields.name)
                .bind(fields.phone)
                .bind(fields.region.map_or("", Region::as_str))
                .bind(id.0)
                .bind(i64::try_from(version).unwrap_or(-1))
                .execute(connection)
                .await?;
                if done.rows_affected() == 1 { Ok(()) } else { Err(StoreError::Stale) }
            })
        })
        .await
    }

    async fn remove_branch(&self, id: BranchId, version: u64) -> Result<BranchRemoval, StoreError> {
        self.write(move |connection| {
            Box::pin(async move {
                let now: i64 = sqlx::query_scalar("select version from branches where id = ?")
                    .bind(id.0)
                    .fetch_one(&mut *connection)
                    .await?;
                if count(now)? != version {
                    return Err(StoreError::Stale);
                }
                let in_use: bool = sqlx::query_scalar(
                    "select exists (select 1 from duos where branch = ?1)
                         or exists (select 1 from profiles where branch = ?1)
                         or exists (select 1 from staff_branches
                                    join people on people.id = staff_branches.person
                                    where branch = ?1 and role != 'organisation_admin')",
                )
                .bind(id.0)
                .fetch_one(&mut *connection)
                .await?;
                if in_use {
                    return Ok(BranchRemoval::InUse);
                }
                for statement in [
                    "delete from staff_branches where branch = ?",
                    "delete from branches where id = ?",
                ] {
                    sqlx::query(statement).bind(id.0).execute(&mut *connection).await?;
                }
                Ok(BranchRemoval::Done)
            })
        })
        .await
    }
}

async fn branches_of(
    connection: &mut SqliteConnection,
    person: PersonId,
) -> Result<Vec<Uuid>, StoreError> {
    let branches = sqlx::query_scalar("select branch from staff_branches where person = ?");
    Ok(branches.bind(person.0).fetch_all(connection).await?)
}

/// Ends the invitations that wait for somebody.
async fn end_invitations(
    connection: &mut SqliteConnection,
    person: PersonId,
    at: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query(
        "update invitations set ended = ? where person = ? and used is null and ended is null",
    )
    .bind(at.0)
    .bind(person.0)
    .execute(connection)
    .await?;
    Ok(())
}

/// The role of somebody whose account is as `version` had it.
async fn role_of(
    connection: &mut SqliteConnection,
    person: PersonId,
    version: u64,
) -> Result<Role, StoreError> {
    let row: Option<(String, i64)> =
        sqlx::query_as("select role, version from people where id = ? and ended is null")
            .bind(person.0)
            .fetch_optional(connection)
            .await?;
    match row {
        None => Err(StoreError::NotFound),
        Some((_, now)) if count(now)? != version => Err(StoreError::Stale),
        Some((role, _)) => Ok(Role::from_word(&role)),
    }
}

async fn is_last_admin(
    connection: &mut SqliteConnection,
    person: PersonId,
    role: &Role,
) -> Result<bool, StoreError> {
    if *role != Role::OrganisationAdmin {
        return Ok(false);
    }
    let others: bool = sqlx::query_scalar(
        "select exists (select 1 from people
                        where role = 'organisation_admin' and ended is null and id != ?)",
    )
    .bind(person.0)
    .fetch_one(connection)
    .await?;
    Ok(!others)
}

/// What somebody looks after: an organisation admin everything, a funder nothing.
async fn set_branches(
    connection: &mut SqliteConnection,
    person: PersonId,
    role: &Role,
    branches: &[BranchId],
) -> Result<(), StoreError> {
    sqlx::query("delete from staff_branches where person = ?")
        .bind(person.0)
        .execute(&mut *connection)
        .await?;
    match role {
        Role::OrganisationAdmin => {
            sqlx::query("insert into staff_branches (person, branch) select ?, id from branches")
                .bind(person.0)
                .execute(connection)
                .await?;
        }
        Role::Funder => {}
        _ => {
            for branch in branches {
                sqlx::query("insert into staff_branches (person, branch) values (?, ?)")
                    .bind(person.0)
                    .bind(branch.0)
                    .execute(&mut *connection)
                    .await?;
            }
        }
    }
    Ok(())
}
