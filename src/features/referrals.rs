//! Referrals to services: from the choice to what came of it (features.md M20, M21, T09, T10).

pub mod card;
pub mod draft;
pub mod facts;
pub mod history;
pub mod list;
pub mod need;
pub mod new_form;
pub mod outcome;
pub mod page;
pub mod practical;
pub mod reviews;
pub mod visit;
pub mod wording;
