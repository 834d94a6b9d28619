//! Targets and budgets in SQLite.

use super::super::{boards, tidy::trouble};
use crate::store::{
    StoreError,
    figures::{StoredTargets, TargetChanges},
};
use board::{
    id::BranchId,
    office::{
        region::Region,
        target::{BranchTarget, PrintedSums, RegionBudget, RegionTarget},
    },
};
use sqlx::SqliteConnection;
use uuid::Uuid;

pub(super) async fn read(connection: &mut SqliteConnection) -> Result<StoredTargets, StoreError> {
    let version: i64 = sqlx::query_scalar("select version from targets_version")
        .fetch_one(&mut *connection)
        .await?;
    let targets: Vec<(Uuid, i64, i64)> =
        sqlx::query_as("select branch, year, duos from targets order by branch, year")
            .fetch_all(&mut *connection)
            .await?;
    let regions: Vec<(String, i64, i64)> =
        sqlx::query_as("select region, year, duos from region_targets order by region, year")
            .fetch_all(&mut *connection)
            .await?;
    let budgets: Vec<(String, i64, i64, i64)> =
        sqlx::query_as("select region, year, budget, public from budgets order by region, year")
            .fetch_all(&mut *connection)
            .await?;
    let printed: Vec<(String, i64, i64, i64, i64, i64)> = sqlx::query_as(
        "select region, first, last, duos, budget, public from printed_sums order by region",
    )
    .fetch_all(connection)
    .await?;
    let targets = targets.into_iter().map(|(branch, at, duos)| {
        Ok(BranchTarget { branch: BranchId(branch), year: year(at)?, duos: amount(duos)? })
    });
    let regions = regions.into_iter().map(|(word, at, duos)| {
        Ok(RegionTarget { region: region(&word)?, year: year(at)?, duos: amount(duos)? })
    });
    let budgets = budgets.into_iter().map(|(word, at, budget, public)| {
        let (budget, public) = (amount(budget)?, amount(public)?);
        Ok(RegionBudget { region: region(&word)?, year: year(at)?, budget, public })
    });
    let printed = printed.into_iter().map(|(word, first, last, duos, budget, public)| {
        Ok(PrintedSums {
            region: region(&word)?,
            from: year(first)?,
            to: year(last)?,
            duos: amount(duos)?,
            budget: amount(budget)?,
            public: amount(public)?,
        })
    });
    Ok(StoredTargets {
        version: boards::count(version)?,
        targets: targets.collect::<Result<_, StoreError>>()?,
        regions: regions.collect::<Result<_, StoreError>>()?,
        budgets: budgets.collect::<Result<_, StoreError>>()?,
        printed: printed.collect::<Result<_, StoreError>>()?,
    })
}

pub(super) async fn change(
    connection: &mut SqliteConnection,
    to: TargetChanges,
    version: u64,
) -> Result<(), StoreError> {
    let moved = sqlx::query("update targets_version set version = version + 1 where version = ?")
        .bind(boards::number(version)?)
        .execute(&mut *connection)
        .await?;
    if moved.rows_affected() == 0 {
        return Err(StoreError::Stale);
    }
    for set in to.targets {
        let sql = match set.duos {
            Some(_) => {
                "insert into targets (branch, year, duos) values (?1, ?2, ?3)
                 on conflict (branch, year) do update set duos = excluded.duos"
            }
            None => "delete from targets where branch = ?1 and year = ?2 and ?3 is null",
        };
        sqlx::query(sql)
            .bind(set.branch.0)
            .bind(i64::from(set.year))
            .bind(set.duos.map(i64::from))
            .execute(&mut *connection)
            .await?;
    }
    for set in to.regions {
        sqlx::query(
            "insert into region_targets (region, year, duos) values (?, ?, ?)
             on conflict (region, year) do update set duos = excluded.duos",
        )
        .bind(set.region.as_str())
        .bind(i64::from(set.year))
        .bind(i64::from(set.duos))
        .execute(&mut *connection)
        .await?;
    }
    for set in to.budgets {
        let sql = match set.budget {
            Some(_) => {
                "insert into budgets (region, year, budget, public) values (?1, ?2, ?3, ?4)
                 on conflict (region, year) do update set budget = ?3, public = ?4"
            }
            None => "delete from budgets where region = ?1 and year = ?2 and ?3 is null and ?4 = 0",
        };
        sqlx::query(sql)
            .bind(set.region.as_str())
            .bind(i64::from(set.year))
            .bind(set.budget.map(i64::from))
            .bind(set.public.filter(|_| set.budget.is_some()).map_or(0, i64::from))
            .execute(&mut *connection)
            .await?;
    }
    for sums in to.printed {
        sqlx::query(
            "insert into printed_sums (region, first, last, duos, budget, public)
             values (?1, ?2, ?3, ?4, ?5, ?6) on conflict (region) do update
             set first = ?2, last = ?3, duos = ?4, budget = ?5, public = ?6",
        )
        .bind(sums.region.as_str())
        .bind(i64::from(sums.from))
        .bind(i64::from(sums.to))
        .bind(i64::from(sums.duos))
        .bind(i64::from(sums.budget))
        .bind(i64::from(sums.public))
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}

fn year(number: i64) -> Result<u16, StoreError> {
    u16::try_from(number).map_err(trouble)
}

fn amount(number: i64) -> Result<u32, StoreError> {
    u32::try_from(number).map_err(trouble)
}

fn region(word: &str) -> Result<Region, StoreError> {
    let unknown = || trouble(std::io::Error::other("a region that this version does not know"));
    Region::from_word(word).ok_or_else(unknown)
}
