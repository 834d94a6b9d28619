//! What is said about a row, in words.

use board::protocol::imports::{CellRemark, CellRule, ImportColumn};
use words::Key;

use crate::i18n::{t, tf};

/// The name of a column; tracked.
#[must_use]
pub fn column_name(column: ImportColumn) -> String {
    t(match column {
        ImportColumn::MenteeName => Key::ImportColumnMenteeName,
        ImportColumn::MenteeLang => Key::ImportColumnMenteeLang,
        ImportColumn::MentorName => Key::ImportColumnMentorName,
        ImportColumn::MentorLang => Key::ImportColumnMentorLang,
        ImportColumn::Branch => Key::ImportColumnBranch,
        ImportColumn::Start => Key::ImportColumnStart,
        ImportColumn::PlannedEnd => Key::ImportColumnPlannedEnd,
        ImportColumn::Cadence => Key::ImportColumnCadence,
        ImportColumn::Sector => Key::ImportColumnSector,
        ImportColumn::Coordinator => Key::ImportColumnCoordinator,
    })
}

fn rule_key(rule: CellRule) -> Key {
    match rule {
        CellRule::Empty => Key::ImportRowEmpty,
        CellRule::TooLong => Key::ImportRowTooLong,
        CellRule::Unstorable => Key::ImportRowUnstorable,
        CellRule::PrivateNumber => Key::ImportRowPrivateNumber,
        CellRule::Unknown => Key::ImportRowUnknown,
        CellRule::NotADay => Key::ImportRowNotADay,
        CellRule::MonthFirst => Key::ImportRowMonthFirst,
        CellRule::TooFar => Key::ImportRowTooFar,
        CellRule::EndBeforeStart => Key::ImportRowEndBeforeStart,
        CellRule::Formula => Key::ImportRowFormula,
        CellRule::SamePerson => Key::ImportRowSamePerson,
        CellRule::TwiceInFile => Key::ImportRowTwiceInFile,
        CellRule::InBranch => Key::ImportRowInBranch,
        CellRule::KnownMentor => Key::ImportRowKnownMentor,
        CellRule::ManyDuos => Key::ImportRowManyDuos,
        CellRule::SharedMentor => Key::ImportRowSharedMentor,
    }
}

/// The remark, with what stands in the file; tracked.
#[must_use]
pub fn remark_words(remark: &CellRemark) -> String {
    let number = remark.number.unwrap_or_default().to_string();
    let column = column_name(remark.column);
    let said = tf(rule_key(remark.rule), &[("column", &column), ("n", &number)]);
    match &remark.typed {
        None => said,
        Some(typed) => format!("{said} {}", tf(Key::ImportRowWritten, &[("text", typed)])),
    }
}
