//! What Passerelle ships with, in French, Dutch and English: the catalogue of steps, the directory
//! of services, the starter library of sector codes, sectors and occupations, and a search in them
//! that forgives accents and typos.
//!
//! Data only: read from `content/*.toml` at compile time, parsed once, never changed. It does no
//! input or output. For the server; the app asks the server.

mod annex;
mod codes;
mod find;
mod lang;
mod occupations;
mod region;
mod search;
mod sectors;
mod services;
mod shortages;
mod source;
mod steps;

pub use annex::{Annex, AnnexBranch, AnnexRegion, annex};
pub use codes::{ANY_SECTOR, Card, CardWords, codes};
pub use find::find_occupations;
pub use lang::{ByLang, Text};
pub use occupations::{Occupation, occupations};
pub use region::Region;
pub use search::{Field, distance, fold, search};
pub use sectors::{Division, Nace, Section, Sector, nace, sectors};
pub use services::{Service, ServiceKind, services};
pub use shortages::{Shortage, shortage_lists, shortages_of};
pub use steps::{Step, steps};
